# gatehouse_moc(TARGET source…): moc for a target whose sources come from a glob.
#
# CMake 3.25 with Ninja does not run moc again when a file is only new to the glob, so that its first build fails
# for want of x.moc; a changed list takes the stamp of the last run away.
function(gatehouse_moc target)
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  set(known ${CMAKE_CURRENT_BINARY_DIR}/${target}_sources.txt)
  set(before "")
  if(EXISTS ${known})
    file(READ ${known} before)
  endif()
  if(NOT before STREQUAL "${ARGN}")
    file(REMOVE ${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/timestamp)
    file(WRITE ${known} "${ARGN}")
  endif()
endfunction()
