package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.credential.ShownPasswords;
import org.springframework.mock.web.MockHttpServletRequest;

class MembersTest {

    private final JsonBodies bodies = new JsonBodies(mock(ShownPasswords.class));

    @Test
    void everyBrokenMemberIsNamedAtOnce() {
        Problem problem = refused("""
                {"mailbox": "alice", "symptoms": ["BOUNCES", "COUGH"], "devices": [{"name": "", "kind": "laptop"}],
                 "colleagues": ["bob@example.com", "bob"], "note": 5, "reporter": {"role": "boss"}, "colour": "red"}
                """);
        assertThat(fields(problem))
                .containsExactly(
                        "mailbox",
                        "reporter.name",
                        "reporter.role",
                        "symptoms[1]",
                        "devices[0].owner",
                        "devices[0].name",
                        "devices[0].kind",
                        "colleagues[1]",
                        "note",
                        "colour");
    }

    @Test
    void anUnknownCodeIsToldTheAllowedOnes() {
        Problem problem = refused("{\"mailbox\":\"alice@example.com\",\"riskFactors\":[\"weak_password\"]}");
        assertThat(rules(problem).get(0).field()).isEqualTo("riskFactors[0]");
        assertThat(rules(problem).get(0).rule()).contains("WEAK_PASSWORD", "PUBLIC_WIFI");
    }

    @Test
    void aReportWithoutSymptomAndRiskFactorIsRefused() {
        assertThat(fields(refused("{\"mailbox\":\"alice@example.com\",\"symptoms\":[]}")))
                .containsExactly("symptoms");
    }

    @Test
    void anUnknownMemberIsNamedWithoutWhatCouldDoHarm() {
        String name = "<script>" + "x".repeat(100);
        Problem problem = refused("{\"mailbox\":\"alice@example.com\",\"symptoms\":[\"BOUNCES\"],\"" + name + "\":1}");
        assertThat(fields(problem)).containsExactly("?script?" + "x".repeat(56));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "{\"mailbox\":\"a@example.com\"} {}",
                "{\"mailbox\":\"a@example.com\",\"mailbox\":\"b@example.com\"}",
                "[]",
                "null",
                "\"text\""
            })
    void whatIsNoSingleJsonObjectIsRefused(String body) {
        assertThat(fields(refused(body))).containsExactly("body");
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        String deep = "[".repeat(100_000);
        assertThat(fields(refused("{\"mailbox\":" + deep))).containsExactly("body");
    }

    @Test
    void aBodyBeyondItsBoundIsRefusedBeforeItIsParsed() {
        assertThat(refused("{".repeat(JsonBodies.MAX + 1)).status().value()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"note,10001", "reporter,201"})
    void textsBeyondTheirBoundsAreRefused(String member, int length) {
        String text = "\"" + "x".repeat(length) + "\"";
        String value = member.equals("reporter") ? "{\"name\":" + text + "}" : text;
        Problem problem = refused(
                "{\"mailbox\":\"alice@example.com\",\"symptoms\":[\"BOUNCES\"],\"" + member + "\":" + value + "}");
        assertThat(fields(problem)).singleElement().asString().startsWith(member);
    }

    @Test
    void tenThousandDevicesAreRefusedWithOneRule() {
        String devices = "{},".repeat(9_999) + "{}";
        Problem problem =
                refused("{\"mailbox\":\"alice@example.com\",\"symptoms\":[\"BOUNCES\"],\"devices\":[" + devices + "]}");
        assertThat(rules(problem)).containsExactly(new FieldRule("devices", "must be a list of at most 1000"));
    }

    @Test
    void aHundredBrokenRulesAreEnough() {
        String colleagues = "1,".repeat(499) + "1";
        Problem problem = refused(
                "{\"mailbox\":\"alice@example.com\",\"symptoms\":[\"BOUNCES\"],\"colleagues\":[" + colleagues + "]}");
        assertThat(rules(problem)).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\u001b[31m"})
    void controlCharactersAndHalfCharactersAreRefused(String text) {
        Problem problem =
                refused("{\"mailbox\":\"alice@example.com\",\"symptoms\":[\"BOUNCES\"],\"note\":\"a" + text + "\"}");
        assertThat(fields(problem)).containsExactly("note");
    }

    @Test
    void nullCountsAsAbsent() {
        ReportBody body = bodies.read(
                request(
                        "{\"mailbox\":\" Alice@Example.com \",\"symptoms\":[\"BOUNCES\"],\"reporter\":null,\"note\":null}"),
                ReportBody::read);
        assertThat(body.mailbox()).isEqualTo("alice@example.com");
        assertThat(body.reporter()).isNull();
        assertThat(body.toReport(new Caller("admin", Set.of("mailbox-admins")))
                        .reporter()
                        .role())
                .hasToString("ADMINISTRATOR");
    }

    @Test
    void anAbsentBodyIsNoneWhereNoneIsNeeded() {
        assertThat(bodies.readIfAny(request(""), RevealBody::read)).isEmpty();
        assertThat(bodies.readIfAny(request("{\"reason\":\"travelling\"}"), RevealBody::read))
                .contains(new RevealBody("travelling", null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00Z,2026-03-02T09:00:00Z",
        "2026-03-02T10:00:00.5+01:00,2026-03-02T09:00:00.500Z",
        "2026-03-02,2026-03-02T00:00:00Z"
    })
    void timesHaveAnOffsetOrAreDates(String text, String instant) {
        Instant time = bodies.read(request("{\"t\":\"" + text + "\"}"), in -> in.time("t"));
        assertThat(time).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-03-02T09:00:00\"", "\"yesterday\"", "1772442000", "\"2026-02-30\""})
    void otherTimesAreRefused(String text) {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> bodies.read(request("{\"t\":" + text + "}"), in -> in.time("t")));
        assertThat(fields(problem)).containsExactly("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"1\"", "1e400", "99999999999999999999"})
    void otherNumbersThanCountsAreRefused(String number) {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> bodies.read(request("{\"n\":" + number + "}"), in -> {
                    OptionalLong count = in.count("n");
                    return count.isPresent() ? Optional.of(count.getAsLong()) : Optional.empty();
                }));
        assertThat(fields(problem)).containsExactly("n");
    }

    private Problem refused(String body) {
        Problem problem = catchThrowableOfType(Problem.class, () -> bodies.read(request(body), ReportBody::read));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static MockHttpServletRequest request(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static List<String> fields(Problem problem) {
        return rules(problem).stream().map(FieldRule::field).toList();
    }

    private static List<FieldRule> rules(Problem problem) {
        Map<String, Object> members = Objects.requireNonNull(problem.document().getProperties());
        List<?> fields = (List<?>) Objects.requireNonNull(members.get("fields"));
        return fields.stream().map(FieldRule.class::cast).toList();
    }
}
