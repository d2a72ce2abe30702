package org.mailboxremediation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.sandbox.fault.Trouble.status;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailboxremediation.sandbox.fault.FaultRule;
import org.mailboxremediation.sandbox.fault.Trouble;
import org.mailboxremediation.sandbox.fault.Trouble.Kind;

/** Each fault does what its name says, to the call it was set for and to no other. */
class FaultsTest {

    private static final int CUT = 0;
    private static final String NEW = "Changed-pass-1";
    private static final Duration SHORT = Duration.ofMillis(50);

    private static RunningSandbox sandbox;
    private static int mailboxes;

    private final String name = "user%05d".formatted(++mailboxes);
    private final String address = name + "@example.com";

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start("reads-per-minute=0", "writes-per-minute=0", "extra-mailboxes=50");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                row(Trouble.of(Kind.CUT), CUT, false),
                row(Trouble.of(Kind.NO_ANSWER, SHORT), CUT, false),
                row(Trouble.of(Kind.HOLD, SHORT), 200, true),
                row(Trouble.of(Kind.LOST_REPLY), CUT, true),
                row(Trouble.of(Kind.LATE_REPLY, SHORT), 200, true),
                row(status(503), 503, false),
                row(status(429, "abc"), 429, false),
                row(status(404), 404, false),
                row(Trouble.of(Kind.THROTTLED), 403, false),
                row(Trouble.of(Kind.KEY_REVOKED), 403, false),
                row(Trouble.of(Kind.ERROR_BODY), 200, false),
                row(Trouble.of(Kind.NOT_APPLIED), 200, false),
                row(Trouble.without("password"), 200, false),
                row(Trouble.of(Kind.TRUNCATED), 200, true),
                row(Trouble.of(Kind.HUGE), 200, true),
                row(Trouble.of(Kind.DEEP), 200, true),
                row(Trouble.of(Kind.WRONG_TYPE), 200, true),
                row(Trouble.of(Kind.SLOW), 200, true),
                row(Trouble.redirect("http://127.0.0.1:9/elsewhere"), 307, false));
    }

    private static Arguments row(Trouble trouble, int answered, boolean applied) {
        return Arguments.of(trouble, answered, applied);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void callFailsAsToldOnce(Trouble trouble, int answered, boolean applied) {
        sandbox.faults().add(FaultRule.once("mailbox.password", address, trouble));
        assertThat(change()).isEqualTo(answered);
        assertThat(opens(NEW)).isEqualTo(applied);
        assertThat(sandbox.calls().of("mailbox.password", address).applied()).isEqualTo(applied ? 1 : 0);
        assertThat(change()).as("the next call").isEqualTo(200);
        assertThat(opens(NEW)).isTrue();
    }

    @Test
    void lateEffectComesWithAReadOrWithTime() {
        sandbox.faults().add(FaultRule.once("mailbox.password", address, Trouble.lateByReads(2)));
        assertThat(change()).isEqualTo(200);
        sandbox.api().get(path());
        assertThat(opens(NEW)).isFalse();
        sandbox.api().get(path());
        assertThat(opens(NEW)).isTrue();
    }

    @Test
    void ruleLetsCallsGoWellBeforeAndAfter() {
        sandbox.faults()
                .add(FaultRule.once("mailbox.*", address, status(500)).behind(1).repeated(2));
        assertThat(Stream.generate(this::change).limit(4)).containsExactly(200, 500, 500, 200);
    }

    @Test
    void heldCallGoesOnWhenTheFaultsAreCleared() {
        sandbox.faults().add(FaultRule.once("mailbox.password", address, Trouble.of(Kind.HOLD, Duration.ofMinutes(1))));
        Thread waiting = new Thread(this::change);
        waiting.start();
        while (sandbox.calls().of("mailbox.password", address).received() == 0
                || waiting.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        sandbox.faults().clear(address);
        assertThat(change()).isEqualTo(200);
    }

    @Test
    void mailServersFailAsTold() {
        sandbox.faults().add(FaultRule.once("smtp.rcpt", address, status(450)));
        sandbox.faults().add(FaultRule.once("imap.login", address, Trouble.of(Kind.CUT)));
        sandbox.faults().add(FaultRule.once("smtp.login", address, status(535)));
        sandbox.faults().add(FaultRule.once("smtp.taken", address, Trouble.of(Kind.CUT)));
        try (LineClient smtp = new LineClient(sandbox.smtpPort())) {
            assertThat(smtp.smtpLogin(address, "Sandbox-" + name + "-1")).startsWith("535");
            smtp.smtp("MAIL FROM:<stranger@outside.example>");
            assertThat(smtp.smtp("RCPT TO:<" + address + ">")).startsWith("450");
            assertThat(smtp.smtp("RCPT TO:<" + address + ">")).startsWith("250");
            smtp.smtp("DATA");
            assertThat(smtp.smtp("Subject: hello\r\n\r\nhello\r\n.")).isEmpty();
        }
        try (LineClient imap = new LineClient(sandbox.imapPort())) {
            assertThat(imap.imap("LOGIN " + address + " Sandbox-" + name + "-1"))
                    .isEmpty();
        }
        assertThat(opens("Sandbox-" + name + "-1")).isTrue();
    }

    @Test
    void rulesAreSetShownAndEndedByHttp() {
        String rule = "[{\"operation\":\"mailbox.password\",\"target\":\"" + address
                + "\",\"kind\":\"STATUS\",\"number\":502,\"times\":0}]";
        ApiClient json = sandbox.api().with("Content-Type", "application/json");
        assertThat(faults(json, "PUT", rule).statusCode()).isEqualTo(204);
        assertThat(change()).isEqualTo(502);
        assertThat(faults(json, "GET", "").body()).contains("\"fired\":1").contains(address);
        assertThat(faults(json, "DELETE", "").statusCode()).isEqualTo(204);
        assertThat(change()).isEqualTo(200);
        assertThat(faults(json, "PUT", "[{\"operation\":\"mailbox.show\"}]").statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> faults(ApiClient client, String method, String body) {
        return client.send(method, "/../faults", BodyPublishers.ofString(body));
    }

    /** The status of a password change; 0 if there was no answer. */
    private int change() {
        try {
            return sandbox.api().put(path(), "password=" + NEW).statusCode();
        } catch (UncheckedIOException cut) {
            return CUT;
        }
    }

    private String path() {
        return "/v1/customers/me/domains/example.com/rs/mailboxes/" + name;
    }

    private boolean opens(String password) {
        try (LineClient imap = new LineClient(sandbox.imapPort())) {
            return imap.imap("LOGIN " + address + " " + password).startsWith("a OK");
        }
    }
}
