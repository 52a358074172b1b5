#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/widgets/geometry.h"

namespace kushi {

/// What the client answered on the consent's page: each part for itself, and the signature.
struct ConsentState {
    enum class Missing { nothing, answers, signature };

    std::optional<bool> treatment, health_data;
    std::vector<std::vector<Point>> strokes;
    bool on_paper = false;
    std::string language;  ///< of the text that is read
    bool asks = true;      ///< false: a consent holds, and nobody asked anew
    bool settled = false;  ///< answered, but without what a treatment's record needs
    bool busy = false;

    /// Who agrees to nothing signs nothing.
    [[nodiscard]] bool agrees() const { return treatment.value_or(false) || health_data.value_or(false); }
    [[nodiscard]] bool agrees_to_all() const { return treatment.value_or(false) && health_data.value_or(false); }
    [[nodiscard]] bool declines() const { return !treatment.value_or(true) || !health_data.value_or(true); }
    [[nodiscard]] Missing missing() const;
    /// The words of the command: treatment, health_data, photos.
    [[nodiscard]] std::vector<std::string> parts() const;
};

ConsentState treatment_answered(ConsentState state, bool agrees);
ConsentState health_data_answered(ConsentState state, bool agrees);
ConsentState read_in(ConsentState state, std::string language);
/// On paper and back; strokes are no signature then.
ConsentState paper_toggled(ConsentState state);
ConsentState signed_with(ConsentState state, std::vector<std::vector<Point>> strokes);

}  // namespace kushi
