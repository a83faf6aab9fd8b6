# Compiler, sanitizers, cache and linker: what holds for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
option(BUILD_TESTING "Build the tests" ON)
option(GATEHOUSE_FUZZ "Build the fuzz targets with libFuzzer (needs clang)" OFF)
set(GATEHOUSE_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")
set(GATEHOUSE_MUTANT "" CACHE STRING "Name of a deliberate defect, built in to see that a test finds it")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-pthread -Wall -Wextra -Wno-missing-field-initializers -fdiagnostics-color=never)
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_FOREACH QT_NO_KEYWORDS)
if(GATEHOUSE_SANITIZE)
  add_compile_options(-fsanitize=${GATEHOUSE_SANITIZE} -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=${GATEHOUSE_SANITIZE})
endif()
