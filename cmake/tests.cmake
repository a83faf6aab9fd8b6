# gatehouse_tests(LABEL PATH [LINKS target…] [WIDGETS] [SKIPS])
#
# One Qt Test program for a label and a folder below tests/LABEL/: tests/unit/engine/base → unit_engine_base.
# Every *_test.cpp there declares its class with GATEHOUSE_TEST (tests/support/test_main.h).
#   WIDGETS  runs a QApplication (offscreen) instead of a QCoreApplication
#   SKIPS    the program may exit 77 when its data set is absent (reported as skipped, never as passed)
function(gatehouse_tests label path)
  cmake_parse_arguments(T "SKIPS;WIDGETS" "" "LINKS" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/tests/${label}/${path})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
  if(NOT sources)
    return()
  endif()
  string(REPLACE "/" "_" target ${label}_${path})
  if(TARGET ${target}) # tests/ui/traffic is not the room ui/traffic
    set(target test_${target})
  endif()
  add_executable(${target} ${sources})
  gatehouse_moc(${target} ${sources})
  set(support tests_support)
  if(T_WIDGETS)
    set(support tests_support_widgets)
  endif()
  target_link_libraries(${target} PRIVATE ${support} ${T_LINKS} Qt6::Test Threads::Threads)
  target_compile_definitions(${target} PRIVATE GATEHOUSE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                             GATEHOUSE_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  add_test(NAME ${target} COMMAND ${target})
  set_tests_properties(${target} PROPERTIES LABELS ${label} TIMEOUT 240)
  if(T_WIDGETS)
    set_property(TEST ${target} APPEND PROPERTY ENVIRONMENT
                 QT_QPA_PLATFORM=offscreen:configfile=${CMAKE_SOURCE_DIR}/tests/support/offscreen.json)
  endif()
  if(T_SKIPS)
    set_tests_properties(${target} PROPERTIES SKIP_RETURN_CODE 77)
  endif()
endfunction()
