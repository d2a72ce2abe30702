package org.mailboxremediation.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.Checkpoint;
import org.mailboxremediation.event.Sha256;
import org.mailboxremediation.event.SigningKey;
import org.mailboxremediation.event.VerifyingKey;
import org.mailboxremediation.event.VerifyingKeys;

@Tag(DatabaseKind.TAG)
class CaseFileVerificationTest {

    private static final VerifyingKey TRUSTED = SampleCaseFile.KEY.verifyingKey();
    private static final SigningKey ATTACKERS = SigningKey.of("the key that an attacker made, 3".getBytes(UTF_8));
    private static final Path SECOND_VERIFIER = Path.of("src/test/resources/casefile/verify.py");

    private static SampleCaseFile sample;
    private static byte[] archive;

    @TempDir
    private Path directory;

    @BeforeAll
    static void makeOne() throws IOException {
        sample = SampleCaseFile.make();
        archive = sample.archive();
    }

    @Test
    void aFileAsWrittenIsGood() throws IOException {
        CaseFileVerification.Result result = check(archive, TRUSTED);

        assertThat(result.flaws()).isEmpty();
        assertThat(result.isGood()).isTrue();
        assertThat(result.caseId()).isEqualTo("case-1");
        assertThat(result.events()).isEqualTo(8);
        assertThat(result.key()).isEqualTo(TRUSTED.id());
        assertThat(check(archive, null).isGood()).isTrue();
    }

    @Test
    void aChangedBitAnywhereInAnyMemberIsFoundAndNamed() throws IOException {
        Random random = new Random(6);
        for (String name : SampleCaseFile.members(archive).keySet()) {
            int size = content(SampleCaseFile.members(archive), name).length;
            for (int position : random.ints(150, 0, size).toArray()) {
                Map<String, byte[]> members = SampleCaseFile.members(archive);
                content(members, name)[position] ^= (byte) (1 << random.nextInt(7));
                if (isSameSignature(name, content(members, name))) {
                    continue;
                }

                CaseFileVerification.Result result = check(members, TRUSTED);

                assertThat(result.isGood()).as("%s at %d", name, position).isFalse();
                assertThat(result.flaws())
                        .as("%s at %d", name, position)
                        .anyMatch(flaw -> flaw.member().equals(name)
                                || (name.startsWith("manifest") && flaw.member().startsWith("manifest")));
            }
        }
    }

    @Test
    void aDroppedMemberIsNamed() throws IOException {
        for (String name : SampleCaseFile.members(archive).keySet()) {
            Map<String, byte[]> members = SampleCaseFile.members(archive);
            members.remove(name);

            assertThat(check(members, TRUSTED).flaws()).extracting(Flaw::member).contains(name);
        }
    }

    @Test
    void anAddedMemberIsNamed() throws IOException {
        Map<String, byte[]> members = SampleCaseFile.members(archive);
        members.put("evidence/" + "0".repeat(64), new byte[0]);

        assertThat(check(members, TRUSTED).flaws())
                .extracting(Flaw::member)
                .containsExactly("evidence/" + "0".repeat(64));
    }

    @Test
    void droppedSwappedAndDoubledEventsAreNamedEvenUnderAGoodSignature() throws IOException {
        List<CaseEvent> dropped = new ArrayList<>(sample.events);
        dropped.remove(3);
        List<CaseEvent> swapped = new ArrayList<>(sample.events);
        Collections.swap(swapped, 3, 4);
        List<CaseEvent> doubled = new ArrayList<>(sample.events);
        doubled.add(3, doubled.get(3));

        for (List<CaseEvent> events : List.of(dropped, swapped, doubled)) {
            byte[] forged = SampleCaseFile.archive(events, sample.checkpoints, SampleCaseFile.KEY);
            assertThat(check(forged, TRUSTED).flaws())
                    .anyMatch(flaw -> flaw.toString().matches("events.jsonl: Event [45]: .*"));
        }
    }

    @Test
    void aChainCutOffBehindACheckpointIsNamed() throws IOException {
        byte[] cut = SampleCaseFile.archive(sample.events.subList(0, 6), sample.checkpoints, SampleCaseFile.KEY);

        assertThat(check(cut, TRUSTED).flaws())
                .singleElement()
                .asString()
                .contains("at event 8 is behind the chain's end: events were cut off");
    }

    @Test
    void aChainCutOffTogetherWithItsCheckpointsIsFoundByThePublishedOnes() throws IOException {
        byte[] cut = SampleCaseFile.archive(
                sample.events.subList(0, 5), sample.checkpoints.subList(0, 1), SampleCaseFile.KEY);
        Path file = Files.write(directory.resolve("cut.zip"), cut);

        assertThat(new CaseFileVerification(new VerifyingKeys(List.of(TRUSTED)), List.of())
                        .check(file)
                        .isGood())
                .isTrue();
        assertThat(new CaseFileVerification(new VerifyingKeys(List.of(TRUSTED)), sample.checkpoints)
                        .check(file)
                        .flaws())
                .singleElement()
                .asString()
                .contains("events were cut off");
    }

    @Test
    void aChainHashedAnewWithoutTheKeyIsNamed() throws IOException {
        List<CaseEvent> rewritten = Rehashed.from(sample.events, 4, "mallory");
        byte[] forged = SampleCaseFile.archive(rewritten, sample.checkpoints, ATTACKERS);

        assertThat(check(forged, TRUSTED).flaws())
                .extracting(Flaw::toString)
                .anyMatch(flaw -> flaw.startsWith("manifest.sig: The manifest is not signed by the key"))
                .anyMatch(flaw -> flaw.startsWith("events.jsonl: Event 5: The checkpoint of"));
        // With the attacker's own key inside, the checkpoints that the true key signed give it away.
        assertThat(check(forged, null).isGood()).isFalse();
    }

    @Test
    void aFileSignedByAnotherKeyThroughoutShowsThatKeysIdOnly() throws IOException {
        byte[] forged = SampleCaseFile.archive(Rehashed.from(sample.events, 4, "mallory"), List.of(), ATTACKERS);

        assertThat(check(forged, null).key()).isEqualTo(ATTACKERS.verifyingKey().id());
        assertThat(check(forged, TRUSTED).isGood()).isFalse();
    }

    @Test
    void checkpointsOfAnotherCaseProveNothing() throws IOException {
        Checkpoint foreign =
                Checkpoint.read(sample.checkpoints.get(0).line().replace("\"case\":\"case-1\"", "\"case\":\"case-2\""));
        byte[] forged = SampleCaseFile.archive(sample.events, List.of(foreign), SampleCaseFile.KEY);

        assertThat(check(forged, TRUSTED).flaws()).singleElement().asString().contains("is another case's");
    }

    @Test
    void whatIsNoArchiveIsSaidSo() throws IOException {
        Path file = Files.write(directory.resolve("no.zip"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> new CaseFileVerification(new VerifyingKeys(List.of()), List.of()).check(file))
                .isInstanceOf(ZipException.class);
        Map<String, byte[]> empty = Map.of("nothing", new byte[0]);
        assertThat(check(empty, TRUSTED).flaws())
                .extracting(Flaw::member)
                .containsExactly("manifest.json", "manifest.sig");
    }

    @Test
    void aPurgedCaseIsGoodAndTellsWhoPurgedItAndBothVerifiersAgree() throws Exception {
        Python.require();
        SampleCaseFile purged = SampleCaseFile.purged(SampleCaseFile.KEY);
        byte[] file = SampleCaseFile.withoutEvidence(purged.events, purged.checkpoints);

        CaseFileVerification.Result result = check(file, TRUSTED);

        assertThat(result.flaws()).isEmpty();
        assertThat(result.purges())
                .singleElement()
                .asString()
                .matches("3 payloads purged on 2026-03-02T09:00:00Z by carol and dave");
        assertThat(second(Files.write(directory.resolve("purged.zip"), file)))
                .isEqualTo("0: " + result.purges().get(0));
    }

    @Test
    void tamperingThatPassesItselfOffAsAPurgeIsNamedByBothVerifiers() throws Exception {
        Python.require();
        SampleCaseFile purged = SampleCaseFile.purged(SampleCaseFile.KEY);
        SampleCaseFile forged = SampleCaseFile.purged(ATTACKERS);
        List<CaseEvent> emptied = new ArrayList<>(sample.events);
        emptied.set(
                4,
                CaseEvent.read(emptied.get(4)
                        .line()
                        .replaceFirst("\"payload\":\\{.*\\},\"payloadDigest\"", "\"payloadDigest\"")
                        .replaceFirst("\"salt\":\"[0-9a-f]*\",", "")));
        List<CaseEvent> unasked = new ArrayList<>(purged.events);
        unasked.remove(3);

        assertNamed(
                SampleCaseFile.archive(emptied, sample.checkpoints, SampleCaseFile.KEY),
                "Event 5: The payload is gone");
        assertNamed(
                SampleCaseFile.withoutEvidence(forged.events, forged.checkpoints), "Event 5: The purge is not signed");
        assertNamed(SampleCaseFile.withoutEvidence(unasked, List.of()), "Event 4");
        assertNamed(
                SampleCaseFile.withoutEvidence(purged.events.subList(0, 4), List.of()), "Event 1: The payload is gone");
    }

    @Test
    void afterAChangeOfKeyOlderCheckpointsNeedTheOlderKey() throws Exception {
        Python.require();
        VerifyingKey newer = ATTACKERS.verifyingKey();
        byte[] file = SampleCaseFile.archive(
                sample.events,
                sample.checkpoints,
                ATTACKERS,
                List.of(Sha256.hex("From: bob@example.com\r\n\r\nHello")),
                List.of(newer, TRUSTED));
        Path path = Files.write(directory.resolve("rotated.zip"), file);

        assertThat(new CaseFileVerification(new VerifyingKeys(List.of(newer, TRUSTED)), sample.checkpoints)
                        .check(path)
                        .flaws())
                .isEmpty();
        assertThat(new CaseFileVerification(new VerifyingKeys(List.of()), List.of())
                        .check(path)
                        .isGood())
                .isTrue();
        assertThat(new CaseFileVerification(new VerifyingKeys(List.of(newer)), List.of())
                        .check(path)
                        .flaws())
                .hasSize(2)
                .allMatch(flaw -> flaw.toString().contains("is not signed by the key " + newer.id()));
        Path keys = Files.writeString(directory.resolve("keys.pem"), newer.pem() + TRUSTED.pem());
        assertThat(second(path, keys)).isEqualTo("0: ");
        assertThat(second(path, Files.writeString(directory.resolve("new.pem"), newer.pem())))
                .startsWith("1: checkpoint 5: signature");
    }

    private void assertNamed(byte[] file, String flaw) throws Exception {
        assertThat(check(file, TRUSTED).flaws()).extracting(Flaw::toString).anyMatch(said -> said.contains(flaw));
        assertThat(second(Files.write(directory.resolve("forged.zip"), file))).startsWith("1: ");
    }

    @Test
    void aSecondVerifierInAnotherLanguageAgrees() throws Exception {
        Python.require();
        Path good = Files.write(directory.resolve("good.zip"), archive);
        assertThat(second(good)).isEqualTo("0: ");

        assertThat(second(Files.write(
                        directory.resolve("cut.zip"),
                        SampleCaseFile.archive(sample.events.subList(0, 6), sample.checkpoints, SampleCaseFile.KEY))))
                .isEqualTo("1: checkpoint 8: chain");
        assertThat(second(Files.write(
                        directory.resolve("anew.zip"),
                        SampleCaseFile.archive(
                                Rehashed.from(sample.events, 4, "mallory"), sample.checkpoints, ATTACKERS))))
                .startsWith("1: manifest.sig");
        for (String name : SampleCaseFile.members(archive).keySet()) {
            Map<String, byte[]> members = SampleCaseFile.members(archive);
            if (name.startsWith("evidence/") || name.equals("incident.json") || name.startsWith("models/")) {
                content(members, name)[0] ^= 1;
                assertThat(second(SampleCaseFile.write(directory.resolve("changed.zip"), members)))
                        .isEqualTo("1: " + name);
            }
        }
    }

    private String second(Path file) throws Exception {
        return second(file, Files.writeString(directory.resolve("key.pem"), TRUSTED.pem()));
    }

    private static String second(Path file, Path pem) throws Exception {
        Process python = new ProcessBuilder("python3", SECOND_VERIFIER.toString(), file.toString(), pem.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return python.exitValue() + ": " + said.lines().findFirst().orElse("");
    }

    /** Base64 has spare bits at its end, and white space around it means nothing. */
    private static boolean isSameSignature(String name, byte[] changed) throws IOException {
        if (!name.equals("manifest.sig")) {
            return false;
        }
        try {
            Base64.Decoder decoder = Base64.getDecoder();
            return Arrays.equals(
                    decoder.decode(new String(changed, UTF_8).strip()),
                    decoder.decode(new String(content(SampleCaseFile.members(archive), name), UTF_8).strip()));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static byte[] content(Map<String, byte[]> members, String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    private CaseFileVerification.Result check(byte[] file, @Nullable VerifyingKey trusted) throws IOException {
        return check(SampleCaseFile.members(file), trusted);
    }

    private CaseFileVerification.Result check(Map<String, byte[]> members, @Nullable VerifyingKey trusted)
            throws IOException {
        Path file = SampleCaseFile.write(directory.resolve("case.zip"), members);
        return new CaseFileVerification(new VerifyingKeys(trusted == null ? List.of() : List.of(trusted)), List.of())
                .check(file);
    }
}
