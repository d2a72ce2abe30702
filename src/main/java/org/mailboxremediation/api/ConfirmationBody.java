package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * The second person's word on a scan that was attested without a report.
 *
 * @param answer {@code CONFIRM}; {@code DOUBT} has the device scanned again
 * @param reason how this person knows, 5 to 2,000 characters
 */
record ConfirmationBody(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"CONFIRM", "DOUBT"})
        String answer,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 5, maxLength = 2000)
        String reason) {

    static Optional<ConfirmationBody> read(Members in) {
        in.need("answer", "reason");
        Optional<String> answer = in.word("answer", List.of("CONFIRM", "DOUBT"));
        Optional<String> reason = in.text("reason", 2000);
        if (reason.filter(given -> given.strip().length() < 5).isPresent()) {
            in.broken("reason", "must have at least 5 characters");
        }
        return in.isSound()
                ? Optional.of(new ConfirmationBody(answer.orElseThrow(), reason.orElseThrow()))
                : Optional.empty();
    }

    boolean confirmed() {
        return answer.equals("CONFIRM");
    }
}
