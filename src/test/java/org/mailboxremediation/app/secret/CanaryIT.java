package org.mailboxremediation.app.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.app.jar.PackagedJar;
import org.mailboxremediation.app.secret.FaultyProvider.Fault;
import org.mailboxremediation.database.DatabaseKind;

/**
 * Promise P5, from outside: the packaged jar runs with all logging on and keys that are nowhere else, through every way a
 * provider can fail and a hand-over can go. Afterwards no password, key or PIN is in anything it left or answered. Each
 * medium holds a text that came in by an ordinary way, too: where that is not found, the search is blind.
 */
class CanaryIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String OUTSIDE = "it-desk@example.net";

    @TempDir
    private Path folder;

    private final byte[] sealingKey = random(32);
    private final byte[] signingKey = random(32);
    private final Map<String, String> apiKeys = new LinkedHashMap<>();
    private final String planted = "Planted" + text();
    private final Map<String, byte[]> media = new LinkedHashMap<>();
    private final List<Canary> canaries = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void noSecretIsLeftInAnythingItWroteOrAnswered(DatabaseKind kind) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (CaseStore store = CaseStore.of(kind, data)) {
            noSecretIsLeft(store, data);
        }
    }

    private void noSecretIsLeft(CaseStore store, Path data) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Path log;
        try (FaultyProvider provider = new FaultyProvider();
                PackagedJar jar =
                        PackagedJar.start(data, "canary", environment(temporary), settings(provider, store))) {
            provider.forwardTo(jar.url() + "/sandbox/rackspace");
            log = jar.log();
            work(jar, provider);
            for (String password : provider.passwords()) {
                canaries.add(Canary.of("password" + canaries.size(), password));
            }
            assertThat(provider.outstanding()).isEmpty();
        }
        assertThat(canaries).hasSizeGreaterThan(Fault.values().length);
        apiKeys.forEach((name, key) -> canaries.add(Canary.of(name, key)));
        canaries.add(Canary.of("sealing key", sealingKey));
        canaries.add(Canary.of("signing key", signingKey));
        Files.writeString(temporary.resolve("control"), planted);
        assertThat(found(new CanarySearch(canaries), store, data, temporary, log))
                .isEmpty();
        Set<String> control = found(new CanarySearch(Canary.of("planted", planted)), store, data, temporary, log);
        store.places()
                .forEach(place -> assertThat(control)
                        .anyMatch(found -> found.startsWith(place) && found.endsWith(": planted clear")));
        assertThat(control)
                .as("a text that was let in is found in every medium")
                .contains(
                        "INCIDENT.NOTE: planted clear",
                        "EVIDENCE.CONTENT: planted clear",
                        "file control: planted clear",
                        "log: planted clear",
                        "mail to " + OUTSIDE + ": planted clear",
                        "answers: planted clear");
    }

    private void work(PackagedJar jar, FaultyProvider provider) {
        Api api = new Api(jar.url(), "admin");
        Tasklist admin = Tasklist.login(jar.url(), "admin", "tasklist");
        List<JarCase> cases = new ArrayList<>();
        int mailbox = 0;
        for (Fault fault : Fault.values()) {
            String name = "user%05d".formatted(++mailbox);
            provider.fail(name, fault);
            String symptom = mailbox % 2 == 0 ? "BOUNCES" : "PASSWORD_CHANGED";
            cases.add(JarCase.report(api, admin, name + "@example.com", symptom, planted));
        }
        cases.forEach(JarCase::lockOut);
        JarCase handedOver = cases.get(0);
        handOver(handedOver, new Api(jar.url(), "lead"));
        assertThat(api.upload("/api/incidents/" + handedOver.id() + "/malicious-message", "message", message())
                        .statusCode())
                .isEqualTo(201);
        api.get("/api/incidents?mailbox=" + planted);
        media.put("answers", answers(jar, cases).getBytes(StandardCharsets.UTF_8));
        mails(jar);
    }

    /** Revealed, asked for again, lost; then lost to wrong PINs; at last in the owner's hand. */
    private void handOver(JarCase one, Api lead) {
        one.settle();
        assertThat(one.reveal("").statusCode()).isEqualTo(400);
        String pin = pin(one, lead);
        assertThat(one.reveal(other(pin)).statusCode()).isEqualTo(422);
        assertThat(one.reveal(pin).statusCode()).isEqualTo(200);
        assertThat(one.reveal(pin).statusCode()).isEqualTo(410);
        one.changesAgain(() -> one.submit("UserTask_HandOverPassword", Map.of("answer", "LOST")));
        one.claimHandOver();
        String next = pin(one, lead);
        one.changesAgain(() -> {
            for (int tries = 0; tries < 5; tries++) {
                one.reveal(other(next));
            }
        });
        one.claimHandOver();
        assertThat(one.reveal(pin(one, lead)).statusCode()).isEqualTo(200);
        one.submit("UserTask_HandOverPassword", Map.of("answer", "HANDED_OVER", "reason", "in person, at the desk"));
    }

    private String pin(JarCase one, Api lead) {
        HttpResponse<String> answer = lead.post("/api/credentials/" + one.credential() + "/pin", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String pin = Tasklist.read(answer).path("pin").asText();
        canaries.add(Canary.of("PIN" + canaries.size(), pin));
        return pin;
    }

    private String other(String pin) {
        String wrong = (pin.charAt(0) == '1' ? "2" : "1") + pin.substring(1);
        canaries.add(Canary.of("wrong PIN" + canaries.size(), wrong));
        return wrong;
    }

    private static String answers(PackagedJar jar, List<JarCase> cases) {
        List<String> paths = new ArrayList<>();
        cases.forEach(one -> {
            paths.add("/api/incidents/" + one.id());
            paths.add("/api/incidents/" + one.id() + "/events");
            paths.add("/api/incidents/" + one.id() + "/case-file?format=json");
        });
        Looks looks = new Looks();
        looks.pages(new Api(jar.url(), "lead"), paths).pages(new Api(jar.url(), ""), List.of());
        looks.engine(Tasklist.login(jar.url(), "admin", "tasklist"));
        looks.engine(Tasklist.login(jar.url(), "lead", "tasklist"));
        looks.engine(Tasklist.login(jar.url(), "auditor", "cockpit"));
        return String.valueOf(looks.bodies());
    }

    private void mails(PackagedJar jar) {
        SentMail.to(jar.smtpPort(), OUTSIDE, planted);
        JarCase.await(
                () -> {
                    media.put("mail to " + OUTSIDE, mail(jar, OUTSIDE, "Sandbox-it-desk-1"));
                    return new CanarySearch(Canary.of("planted", planted))
                                    .in("", media.get("mail to " + OUTSIDE))
                                    .isEmpty()
                            ? null
                            : true;
                },
                "the mail");
        for (String name : List.of("alice", "bob", "carol", "dave")) {
            media.put("mail to " + name, mail(jar, name + "@example.com", "Sandbox-" + name + "-1"));
        }
    }

    private static byte[] mail(PackagedJar jar, String address, String password) {
        return MailOf.mailbox(jar.imapPort(), address, password).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] message() {
        return ("Return-Path: <a@example.org>\r\nFrom: a@example.org\r\nSubject: " + planted + "\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Set<String> found(CanarySearch search, CaseStore store, Path data, Path temporary, Path log)
            throws IOException {
        Set<String> found = new TreeSet<>();
        media.forEach((medium, content) -> found.addAll(search.in(medium, content)));
        found.addAll(search.in("log", Files.readAllBytes(log)));
        for (Path files : new TreeSet<>(List.of(data, store.files(), temporary))) {
            found.addAll(search.files(files));
        }
        found.addAll(new TableSearch(store.tables()).find(search));
        return found;
    }

    private Map<String, String> environment(Path temporary) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        environment.put("REMEDIATION_CREDENTIAL_SEALINGKEY", Base64.getEncoder().encodeToString(sealingKey));
        environment.put("REMEDIATION_EVENT_SIGNINGKEY", Base64.getEncoder().encodeToString(signingKey));
        for (String user : List.of("first", "second")) {
            String place = user.equals("first") ? "" : "ADDITIONALUSERS_0_";
            for (String kind : List.of("user", "secret")) {
                String key = text();
                apiKeys.put(user + " API user's " + kind + " key", key);
                String variable = kind.toUpperCase(java.util.Locale.ROOT) + "KEY";
                environment.put("REMEDIATION_SANDBOX_" + place + variable, key);
                environment.put("REMEDIATION_RACKSPACE_USERS_" + (place.isEmpty() ? 0 : 1) + "_" + variable, key);
            }
        }
        return environment;
    }

    private static List<String> settings(FaultyProvider provider, CaseStore store) {
        List<String> settings = new ArrayList<>(store.settings());
        settings.addAll(List.of(
                "--remediation.credential.pin=true",
                "--logging.level.root=DEBUG",
                "--logging.level.org.mailboxremediation=TRACE",
                "--remediation.sandbox.extra-mailboxes=20",
                "--remediation.sandbox.reads-per-minute=0",
                "--remediation.sandbox.writes-per-minute=0",
                "--remediation.rackspace.base-url=" + provider.url(),
                "--remediation.rackspace.connect-timeout=1s",
                "--remediation.rackspace.read-timeout=2s",
                "--remediation.rackspace.total-timeout=6s"));
        return settings;
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static String text() {
        return HexFormat.of().formatHex(random(12));
    }
}
