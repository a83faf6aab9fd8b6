# gatehouse_room(PATH [PUBLIC target…] [PRIVATE target…] [QT])
#
# A room is one folder and one static library, named after its path (engine/base → engine_base). Its include
# folder holds one link, to the room itself, so that a header is spelled from the root ("engine/base/problem.h")
# and can be reached only by who links the room: the link list is the permission.
#   PUBLIC   what the room's own headers need; PRIVATE what only its sources need
#   QT       runs moc
function(gatehouse_room path)
  cmake_parse_arguments(ROOM "QT" "" "PUBLIC;PRIVATE" ${ARGN})
  string(REPLACE "/" "_" target ${path})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${path}/*.cpp ${CMAKE_SOURCE_DIR}/${path}/*.h)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$") # a program's own
  if(NOT sources MATCHES "\\.cpp")
    file(WRITE ${CMAKE_BINARY_DIR}/rooms/${target}.cpp "")
    list(APPEND sources ${CMAKE_BINARY_DIR}/rooms/${target}.cpp)
  endif()
  add_library(${target} STATIC ${sources})

  get_filename_component(parent ${path} DIRECTORY)
  set(face ${CMAKE_BINARY_DIR}/rooms/${target})
  file(MAKE_DIRECTORY ${face}/${parent})
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${path} ${face}/${path} SYMBOLIC)
  target_include_directories(${target} PUBLIC ${face})

  target_link_libraries(${target} PUBLIC ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE} Threads::Threads)
  if(ROOM_QT)
    gatehouse_moc(${target} ${sources})
  endif()
endfunction()
