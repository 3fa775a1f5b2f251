// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sluice {

/// Cuts bytes that come in parts into lines, without their ends (LF or CR LF).
///
/// Threads: none inside; use one instance from one thread at a time.
/// Errors: a line beyond longestLine throws std::length_error, so that a file that is no text does
/// not fill the memory.
class LineSplitter
{
public:
    static constexpr std::size_t longestLine = 16 * 1024 * 1024; ///< bytes

    /// Takes \a bytes behind those it has. A byte order mark at the very beginning is left out.
    void add(std::string_view bytes);

    /// The next line that is complete; nothing until more bytes have come.
    [[nodiscard]] std::optional<std::string> next();

    /// What stands behind the last line's end; nothing if nothing does. For the end of the input,
    /// after next() has given nothing.
    [[nodiscard]] std::optional<std::string> rest();

private:
    void skipMark();

    std::string m_bytes;
    std::size_t m_begin = 0;  // of the next line in m_bytes
    std::size_t m_looked = 0; // no line ends before this place
    bool m_mayHaveMark = true;
};

} // namespace sluice
