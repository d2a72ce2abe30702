package org.mailboxremediation.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

@Tag(DatabaseKind.TAG)
class CheckpointsTest {

    private static final SigningKey KEY = SigningKey.of(new byte[32]);
    private static final SigningKey OTHER = SigningKey.of("another key for this test, 32 b.".getBytes(US_ASCII));

    @TempDir
    private Path directory;

    private final CaseDatabase database = new CaseDatabase();
    private final EventChain chain = ChainFixture.chain(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachEndIsSignedOnceAndWrittenOutOfTheDatabasesReach() throws IOException {
        Path file = directory.resolve("out").resolve("checkpoints.jsonl");
        Checkpoints checkpoints = ChainFixture.checkpoints(database, KEY, file.toString());
        append("case-1");
        append("case-1");
        append("case-2");

        checkpoints.signGrown();
        checkpoints.signGrown();
        append("case-2");
        checkpoints.sign("case-2");
        checkpoints.sign("case-3");
        checkpoints.signGrown();

        List<Checkpoint> published =
                Files.readAllLines(file).stream().map(Checkpoint::read).toList();
        assertThat(published)
                .extracting(Checkpoint::caseId, Checkpoint::sequence)
                .containsExactly(tuple("case-1", 2L), tuple("case-2", 1L), tuple("case-2", 2L));
        assertThat(published).allMatch(checkpoint -> checkpoint.isSignedBy(KEY.verifyingKey()));
        assertThat(checkpoints.of("case-2")).isEqualTo(published.subList(1, 3));
        assertThat(checkpoints.of("case-2").get(1).hash())
                .isEqualTo(chain.of("case-2").get(1).hash());
    }

    @Test
    void whatCannotBeWrittenIsWrittenLater() throws IOException {
        Path taken = Files.createFile(directory.resolve("taken"));
        append("case-1");

        ChainFixture.checkpoints(
                        database, KEY, taken.resolve("checkpoints.jsonl").toString())
                .signGrown();
        Path file = directory.resolve("checkpoints.jsonl");
        ChainFixture.checkpoints(database, KEY, file.toString()).signGrown();

        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void onlyTheSigningKeysHolderCanMakeOne() {
        Checkpoints checkpoints = ChainFixture.checkpoints(database, KEY, "");
        append("case-1");
        checkpoints.signGrown();
        Checkpoint signed = checkpoints.of("case-1").get(0);

        assertThat(signed.isSignedBy(OTHER.verifyingKey())).isFalse();
        assertThat(Checkpoint.read(signed.line().replace("\"sequence\":1", "\"sequence\":2"))
                        .isSignedBy(KEY.verifyingKey()))
                .isFalse();
        assertThatThrownBy(() -> Checkpoint.read("{\"case\":\"case-1\"}")).isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 8032 §7.1, test 1: the public half of a known secret. */
    @Test
    void theKeyIsTheOneOfTheStandard() {
        byte[] secret = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        String encoded = SigningKey.of(secret).verifyingKey().pem();

        assertThat(encoded)
                .contains(Base64.getEncoder()
                        .encodeToString(HexFormat.of()
                                .parseHex("302a300506032b6570032100"
                                        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")));
        assertThat(VerifyingKey.ofPem(encoded).id())
                .isEqualTo(SigningKey.of(secret).verifyingKey().id());
    }

    private void append(String caseId) {
        database.transaction.executeWithoutResult(status -> chain.append(caseId, CaseEvent.SYSTEM, "Tested", Map.of()));
    }
}
