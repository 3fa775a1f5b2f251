# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: MIT

# How everything here is compiled. Targets of ours link sluice_options privately:
#   target_link_libraries(x PRIVATE $<BUILD_INTERFACE:sluice_options>)
# so that users of the installed library inherit none of it.

add_library(sluice_options INTERFACE)
target_compile_options(sluice_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${SLUICE_WERROR}>:-Werror>)
target_compile_definitions(sluice_options INTERFACE
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_CAST_TO_ASCII
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_URL_CAST_FROM_STRING
    QT_STRICT_ITERATORS
    QT_USE_QSTRINGBUILDER)

# A sanitizer is set for the whole directory tree and not through sluice_options:
# one library built without it would make the report of every other one doubtful.
if(SLUICE_SANITIZER STREQUAL "address")
    set(flags -fsanitize=address,undefined -fno-sanitize-recover=all)
elseif(SLUICE_SANITIZER STREQUAL "thread")
    set(flags -fsanitize=thread)
elseif(SLUICE_SANITIZER)
    message(FATAL_ERROR "SLUICE_SANITIZER is '${SLUICE_SANITIZER}'; it must be empty, 'address' or 'thread'.")
endif()
if(SLUICE_SANITIZER)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # GCC looks for uninitialised values after the sanitizer has changed the code, and then sees
        # them in every std::optional.
        list(APPEND flags -Wno-maybe-uninitialized)
    endif()
    add_compile_options(${flags} -fno-omit-frame-pointer)
    add_link_options(${flags})
endif()

set(CMAKE_AUTOMOC_MOC_OPTIONS --include "${PROJECT_SOURCE_DIR}/cmake/mocstart.h")

find_program(SLUICE_CCACHE ccache)
mark_as_advanced(SLUICE_CCACHE)
if(SLUICE_CCACHE AND PROJECT_IS_TOP_LEVEL AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${SLUICE_CCACHE}")
endif()

# Links a hundred and fifty test programs in seconds where the distribution's linker takes minutes.
if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_EXE_LINKER_FLAGS MATCHES "-fuse-ld")
    include(CheckLinkerFlag)
    check_linker_flag(CXX -fuse-ld=mold SLUICE_LINKS_WITH_MOLD)
    if(SLUICE_LINKS_WITH_MOLD)
        add_link_options(-fuse-ld=mold)
    endif()
endif()
