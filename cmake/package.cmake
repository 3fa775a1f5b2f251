# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: MIT

# What find_package(Sluice) reads. core/CMakeLists.txt installs the targets and adds them to the export set.

include(CMakePackageConfigHelpers)
set(directory "${CMAKE_INSTALL_LIBDIR}/cmake/Sluice")
configure_package_config_file(cmake/SluiceConfig.cmake.in "${PROJECT_BINARY_DIR}/SluiceConfig.cmake"
    INSTALL_DESTINATION "${directory}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/SluiceConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion)
install(EXPORT Sluice NAMESPACE Sluice:: FILE SluiceTargets.cmake DESTINATION "${directory}")
install(FILES "${PROJECT_BINARY_DIR}/SluiceConfig.cmake" "${PROJECT_BINARY_DIR}/SluiceConfigVersion.cmake"
    DESTINATION "${directory}")
install(FILES LICENSES/MIT.txt DESTINATION "${CMAKE_INSTALL_DOCDIR}")
if(SLUICE_BUILD_APP)
    install(FILES LICENSES/GPL-3.0-or-later.txt DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endif()
