#include "printing/document/qr.h"

#include <qrencode.h>

#include <memory>

namespace kushi::printing {

std::optional<QrMatrix> qr_matrix(std::string_view data)
{
    constexpr std::size_t most_bytes = 2331;  // version 40, level M
    if (data.empty() || data.size() > most_bytes) return std::nullopt;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeData(static_cast<int>(data.size()), reinterpret_cast<const unsigned char*>(data.data()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free};
    if (!code) return std::nullopt;
    QrMatrix matrix{code->width, {}};
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    matrix.dark.reserve(count);
    for (std::size_t i = 0; i < count; ++i) matrix.dark.push_back(code->data[i] & 1U);
    return matrix;
}

}  // namespace kushi::printing
