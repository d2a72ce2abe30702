package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.ScanClaim;

/**
 * What somebody says a scan did, as it is sent.
 *
 * @param verdict {@code clean} or {@code infected}
 * @param signaturesDate how old the signatures were; without it no scan proves a device clean
 * @param findings at most 1,000
 */
record ScanBody(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"clean", "infected"})
        String verdict,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200)
        String tool,

        @Schema(nullable = true) @Nullable Instant signaturesDate,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant startedAt,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant finishedAt,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long filesScanned,
        List<String> findings) {

    ScanBody {
        findings = List.copyOf(findings);
    }

    static Optional<ScanClaim> read(Members in) {
        in.need("verdict", "tool", "startedAt", "finishedAt", "filesScanned");
        Optional<String> verdict = in.word("verdict", List.of("clean", "infected"));
        Optional<String> tool = in.line("tool", 200);
        Optional<Instant> signatures = in.time("signaturesDate");
        Optional<Instant> started = in.time("startedAt");
        Optional<Instant> finished = in.time("finishedAt");
        OptionalLong files = in.count("filesScanned");
        List<String> findings = in.lines("findings", 1000, 500);
        if (!in.isSound()) {
            return Optional.empty();
        }
        return new ScanBody(
                        verdict.orElseThrow(),
                        tool.orElseThrow(),
                        signatures.orElse(null),
                        started.orElseThrow(),
                        finished.orElseThrow(),
                        files.orElseThrow(),
                        findings)
                .toClaim(in);
    }

    /** The claim's own rules are left; each of its messages begins with the member's name. */
    private Optional<ScanClaim> toClaim(Members in) {
        boolean infected = verdict.equals("infected");
        try {
            return Optional.of(
                    new ScanClaim(infected, tool, signaturesDate, startedAt, finishedAt, filesScanned, findings));
        } catch (IllegalArgumentException broken) {
            String[] fieldAndRule = String.valueOf(broken.getMessage()).split(" ", 2);
            in.broken(fieldAndRule[0], fieldAndRule[fieldAndRule.length - 1]);
            return Optional.empty();
        }
    }
}
