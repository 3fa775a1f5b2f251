# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: MIT

# Installs BUILD below SCRATCH, builds SOURCE against it and runs what came out.

file(REMOVE_RECURSE "${SCRATCH}")
function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE text)
    if(NOT code EQUAL 0)
        message(FATAL_ERROR "${text}\n${ARGN}\nended with ${code}")
    endif()
endfunction()

run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${SCRATCH}/prefix")
run("${CMAKE_COMMAND}" -S "${SOURCE}" -B "${SCRATCH}/build" -G "${GENERATOR}"
    "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_FLAGS=${FLAGS}" "-DCMAKE_PREFIX_PATH=${SCRATCH}/prefix")
run("${CMAKE_COMMAND}" --build "${SCRATCH}/build")
run("${SCRATCH}/build/rules")
run("${SCRATCH}/build/engine")
run("${SCRATCH}/build/reader")
