package org.mailboxremediation.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.evidence.trace.Boundary;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Owner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class OriginsTest {

    private static final OriginReport REPORT =
            new OriginReport("", "203.0.113.9", Boundary.FOUND, null, List.of("A note."));

    private final CaseContext context = new CaseContext(new JavaMailSenderImpl(), Map.of());
    private final Origins origins = context.get(Origins.class);
    private final Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of());

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void givesBackTheReportAsItWas() {
        Origin added = add("a".repeat(64));

        assertThat(origins.newest(incident.id())).contains(added);
        assertThat(added.report()).isEqualTo(REPORT);
    }

    @Test
    void takesTheNewestOfSeveral() {
        add("a".repeat(64));
        context.database.clock.advance(Duration.ofSeconds(1));
        Origin newer = add("b".repeat(64));

        assertThat(origins.newest(incident.id())).contains(newer);
    }

    @Test
    void isTheSourceOnlyOnAYes() {
        Origin added = add("a".repeat(64));
        judge(added, "unknown");
        assertThat(origins.find(added.id())).get().matches(origin -> !origin.isSource());

        judge(added, "yes");
        assertThat(origins.find(added.id())).get().matches(Origin::isSource);
        assertThat(context.get(Attestations.class).of(incident.id()))
                .extracting(Attestation::answer)
                .containsExactly("unknown", "yes");
        assertThatIllegalArgumentException().isThrownBy(() -> judge(added, "maybe"));
    }

    private Origin add(String evidence) {
        return context.database.inTransaction(() -> origins.add(incident.id(), evidence, REPORT));
    }

    private void judge(Origin origin, String answer) {
        context.database.inTransaction(() -> origins.judge(origin.id(), answer, "admin"));
    }
}
