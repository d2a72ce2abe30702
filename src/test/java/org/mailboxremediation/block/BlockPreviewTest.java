package org.mailboxremediation.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.block.BlockPreview.Preview;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.mailbox.BlockListKind;
import org.mailboxremediation.mailbox.PastMail;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class BlockPreviewTest {

    private final CaseContext context =
            new CaseContext(new JavaMailSenderImpl(), Map.of("remediation.organisation.domains", "example.com"));
    private final Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of());

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void countsWhatEachEntryWouldHaveRefused() {
        context.pastMail = new PastMail.Sample(
                true,
                Stream.of(
                                message("news@partner.example", "203.0.113.9"),
                                message("x@partner.example", "203.0.113.9"),
                                message("x@other.example", "203.0.113.10"),
                                "no header at all")
                        .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                        .toList(),
                true);
        Block ip = propose(BlockListKind.IP, "203.0.113.9");
        Block domain = propose(BlockListKind.ADDRESS, "@partner.example");
        Block one = propose(BlockListKind.ADDRESS, "x@other.example");
        Preview preview = context.get(BlockPreview.class).of(incident.mailbox(), List.of(ip, domain, one));

        assertThat(preview).isEqualTo(new Preview(true, true, 4, Map.of(ip.id(), 2, domain.id(), 2, one.id(), 1)));
    }

    @Test
    void saysThatItCouldNotLook() {
        Block ip = propose(BlockListKind.IP, "203.0.113.9");

        assertThat(context.get(BlockPreview.class).of(incident.mailbox(), List.of(ip)))
                .isEqualTo(new Preview(false, false, 0, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "%, anything, true",
        "a%, abc, true",
        "a%c, abbc, true",
        "a%c, abcd, false",
        "%b%b%, abab, true",
        "%b%b%, aba, false",
        "a, a, true",
        "a, b, false"
    })
    void readsWildcards(String pattern, String text, boolean matches) {
        assertThat(Wildcard.matches(pattern, text)).isEqualTo(matches);
    }

    private Block propose(BlockListKind kind, String entry) {
        return context.database.inTransaction(
                () -> context.get(BlockEntries.class).propose(incident.id(), kind, entry, "admin"));
    }

    private static String message(String returnPath, String ip) {
        return "Return-Path: <" + returnPath + ">\r\nReceived: from x (x [" + ip + "]) by mx.example.com; "
                + Instant.EPOCH + "\r\n\r\n";
    }
}
