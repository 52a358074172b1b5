#pragma once

#include "app/screens/host.h"
#include "app/screens/walk_in/walk_in_state.h"

namespace kushi {

/// The sheet over the board that takes somebody in. What is chosen is kept at every tap, so that it outlives a look at
/// the clients and a restart.
class WalkInSheet {
public:
    using Ask = std::function<void(nlohmann::json request, Reply reply)>;
    /// `ask` answers only while this sheet lives. `done`: it is to be closed, with a word to say or none.
    WalkInSheet(Host& host, Ask ask, std::function<void(const std::string& words)> done);

    /// What was chosen before, and who is free now.
    void begin(const nlohmann::json& kept);
    /// Who is free now: time went on.
    void look_again();
    [[nodiscard]] Sheet sheet(const Viewport& view) const;
    /// Nothing of it is kept.
    void give_up();

private:
    void set(WalkInState state);
    void keep();
    void name_client();
    void take_in(WalkInState::Way way);
    void find(const char* face);

    Host& host_;
    Ask ask_;
    std::function<void(const std::string& words)> done_;
    WalkInState state_;
};

}  // namespace kushi
