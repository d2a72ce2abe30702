package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the fuzz targets do with an input, and the replay of what was found does again. */
final class Fuzzing {

    static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "MessageFuzzTest", Fuzzing::message,
            "ReceivedLineFuzzTest", Fuzzing::receivedLine,
            "AddressFieldFuzzTest", Fuzzing::addressField,
            "AuthenticationResultsFuzzTest", Fuzzing::authenticationResults);

    private static final OwnNetworks OWN = OwnNetworks.of(List.of("192.0.2.0/24", "2001:db8::/32", "microsoft-365"))
            .receivingAt(List.of("mx.example.com"));

    static {
        // The first message loads the public suffix list, in a machine that a fuzzer slows down.
        OriginReader.read(
                "Received: from x (x [203.0.113.9]) by y\r\nReturn-Path: <a@b.example>\r\nFrom: <c@d.co.uk>"
                        .getBytes(StandardCharsets.ISO_8859_1),
                OWN);
    }

    private Fuzzing() {}

    static void message(byte[] input) {
        timed(() -> {
            OriginDescription report = OriginDescription.of(OriginReader.read(input, OWN));
            plain(report.returnPath());
            plain(report.from());
            plain(report.messageId());
            plain(report.senderId());
            plain(report.authenticatedAs());
            report.replyTo().forEach(Fuzzing::plain);
            report.hops().forEach(hop -> {
                plain(hop.helo());
                plain(hop.by());
                plain(hop.with());
                plain(hop.login());
            });
        });
    }

    static void receivedLine(byte[] input) {
        timed(() -> Hop.of(Hop.Role.CLAIM, ReceivedLine.read(text(input))));
    }

    static void addressField(byte[] input) {
        timed(() -> AddressField.addresses(text(input)).forEach(Fuzzing::plain));
    }

    static void authenticationResults(byte[] input) {
        timed(() -> {
            try {
                AuthenticationResults.parse(text(input)).of("spf").ifPresent(Fuzzing::plain);
            } catch (UnreadableMessage refused) {
                plain(refused.getMessage());
            }
        });
        message(("Received: from x (x [203.0.113.9]) by mx.example.com\r\nReceived-SPF: " + text(input))
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void plain(@Nullable String shown) {
        assertThat(shown == null || (shown.length() <= 255 && PlainText.isPlain(shown)))
                .isTrue();
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.ISO_8859_1);
    }

    /** The processor's time: a busy machine must not fail a build. */
    private static void timed(Runnable work) {
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
        assertThat(Duration.ofNanos(taken)).isLessThan(Duration.ofSeconds(1));
    }
}
