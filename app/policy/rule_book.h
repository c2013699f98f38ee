// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/evaluator.h"
#include "app/policy/document.h"
#include "app/policy/vocabulary.h"

#include <memory>
#include <vector>

namespace policy {

/// A fault of one part of a document, e.g. at "/rules/3/when 1:14"; `fatal` false: it works, but should be mended.
struct Finding {
    base::Fault fault;
    bool fatal = true;
};

/// How much of a verdict is told.
enum class Detail {
    decision, ///< rules that fired or failed, without traces: for many orders
    full,     ///< every rule, each with its trace
};

/// A verdict and the row that it was made from, by slot: what the policy reads, the rest absent. Values look into the
/// case and the arena.
struct Judged {
    domain::Verdict verdict;
    std::vector<cel::Value> row;
    cel::Arena arena;
};

/// What was seen when a version was judged (seen.h).
struct Recalled {
    base::Instant now{};
    /// When the master data was told last.
    std::optional<base::Instant> agent_told, mandate_told, contract_told;
    std::vector<std::optional<facts::PriceSeen>> last_prices; ///< by line
    std::vector<cel::Value> row;
    std::vector<domain::LineCover> cover;
    std::vector<domain::UntrustedText> missing;
};

/// A document that was checked and compiled: what judges. Immutable; keeps one evaluator, so one per thread.
class RuleBook {
public:
    /// Compiles every condition and reason. Nothing of a document with a fatal finding is used.
    [[nodiscard]] static std::optional<RuleBook> compile(Document document, std::vector<Finding>& findings);

    /// The same without a list. Faults: the first fatal finding's.
    [[nodiscard]] static base::Result<RuleBook> make(Document document);
    /// Reads and compiles. Faults: those of read_document() and make().
    [[nodiscard]] static base::Result<RuleBook> read(std::string_view json);

    [[nodiscard]] const Document& document() const { return document_; }
    /// The slots that the condition of a rule may read, rising.
    [[nodiscard]] const std::vector<cel::Slot>& reads(std::size_t rule) const { return rules_[rule].program.slots(); }

    /// What the condition of a rule comes to over the row; nothing when it has no value.
    [[nodiscard]] std::optional<bool> value_of(std::size_t rule, cel::Row row);

    /// The names that judging reads: those of conditions, reasons, tiers and limits.
    [[nodiscard]] const Wanted& wanted() const { return wanted_; }

    /// Judges an order that was not folded into the facts yet.
    [[nodiscard]] domain::Verdict judge(const Case& one, Detail detail);
    /// The same over the row of that order, made before: for several books that make the same row of it. `other`: what
    /// judged that row just before, and to which this book was likened; a condition that was false there is not looked
    /// at again.
    [[nodiscard]] domain::Verdict judge(const Case& one, cel::Row row, Detail detail, const RuleBook* other = nullptr);
    /// Finds the conditions that are written the same in `other`; none, when its rates are others.
    void liken(const RuleBook& other);
    /// The same with what was seen, so that it can be kept (seen.h).
    [[nodiscard]] Judged judge_and_show(const Case& one);
    /// Judges again what was seen then; master data that was missing then is missing.
    [[nodiscard]] domain::Verdict judge_again(const Recalled& recalled);
    /// The same over a row of the vocabulary, complete; master data is not looked for.
    [[nodiscard]] domain::Verdict judge_row(cel::Row row, Detail detail);

private:
    /// A sentence in parts: words and slots in turn.
    struct Reason {
        std::vector<std::string> words;
        std::vector<cel::Slot> slots;
    };
    struct Compiled {
        cel::Program program;
        Reason reason;
        std::optional<cel::Slot> gather;
        std::optional<cel::Slot> join;
    };
    /// Why an order is a case: for itself, or together with others.
    struct Joint {
        domain::Tier own = domain::Tier::automatic; ///< for what is no other order's matter
        std::string name;                           ///< of the others
        bool several = false;                       ///< two names: it belongs to neither alone

        void join(const cel::Value& value);
    };
    struct LimitSlots {
        cel::Slot key = 0;
        cel::Slot spend = 0;
    };
    explicit RuleBook(Document document)
        : document_(std::move(document)) {}
    [[nodiscard]] static std::optional<Reason> read_reason(std::string_view text, std::string& unknown);
    [[nodiscard]] domain::RuleVerdict judge_rule(std::size_t index, cel::Row row, Detail detail);
    void judge_rules(cel::Row row, Detail detail, domain::Verdict& verdict, Joint& joint, const RuleBook* other);
    /// What a rule that spoke does to the tiers.
    void take_rule(std::size_t index, cel::Row row, const domain::RuleVerdict& rule, domain::Verdict& verdict,
                   Joint& joint) const;
    [[nodiscard]] bool was_quiet(std::size_t rule, const RuleBook* other) const;
    [[nodiscard]] domain::Verdict judge_row(cel::Row row, Detail detail, const RuleBook* other);
    void promise_answer(domain::Verdict& verdict) const;
    void find_limit_slots();
    void find_wanted();
    void count_missing(domain::Verdict& verdict) const;
    void judge_limits(cel::Row row, domain::Verdict& verdict, Joint& joint) const;
    [[nodiscard]] domain::Tier tier_of(const std::optional<domain::Money>& amount, bool& unknown) const;
    void judge_amount(cel::Row row, domain::Verdict& verdict, Joint& joint) const;
    /// The tier that the order has for its own size, whatever belongs to it.
    [[nodiscard]] domain::Tier own_size(cel::Row row, domain::Verdict& verdict) const;
    /// One work item of a declared bulk run that is larger than the order itself.
    void judge_run(cel::Row row, domain::Tier own, domain::Verdict& verdict) const;

    Document document_;
    std::vector<Compiled> rules_;
    std::vector<LimitSlots> limits_;
    Wanted wanted_;
    bool reads_cover_ = false;      ///< a condition looks at lines
    std::vector<std::size_t> like_; ///< of each rule: the one in the other book that is written the same, or none
    std::vector<bool> quiet_;       ///< of each rule: it was false of the row that was judged last
    cel::Evaluator evaluator_;
    cel::Trace trace_;
};

} // namespace policy
