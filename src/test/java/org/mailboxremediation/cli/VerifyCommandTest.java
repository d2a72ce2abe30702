package org.mailboxremediation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.casefile.CaseFileFixture;
import org.mailboxremediation.database.DatabaseKind;

@Tag(DatabaseKind.TAG)
class VerifyCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final VerifyCommand command = new VerifyCommand(out, err);

    @Test
    void saysThatAFileIsGoodAndWhoseKeyItWas() throws IOException {
        String file = Files.write(directory.resolve("case.zip"), CaseFileFixture.good())
                .toString();
        String key = Files.writeString(directory.resolve("key.pem"), CaseFileFixture.publicKey())
                .toString();

        assertThat(command.run(List.of("--key", key, file))).isZero();
        assertThat(out.toString()).startsWith("GOOD  case case-1, 8 events, signed by the key ");
    }

    @Test
    void namesWhatIsWrong() throws IOException {
        String cut = Files.write(directory.resolve("case.zip"), CaseFileFixture.cutTogetherWithItsCheckpoint())
                .toString();
        String checkpoints = Files.write(directory.resolve("checkpoints.jsonl"), CaseFileFixture.checkpoints())
                .toString();

        assertThat(command.run(List.of(cut))).isZero();
        assertThat(command.run(List.of("--checkpoints", checkpoints, cut))).isOne();
        assertThat(out.toString()).contains("BAD   events.jsonl: The checkpoint of");
    }

    @Test
    void doesNotTakeWhatItCannotReadForGood() throws IOException {
        String empty = Files.createFile(directory.resolve("empty.zip")).toString();

        assertThat(command.run(List.of(empty))).isOne();
        assertThat(command.run(List.of(directory.resolve("absent.zip").toString())))
                .isOne();
        assertThat(command.run(List.of("--key", empty, empty))).isOne();
        assertThat(err.toString()).contains("cannot be read");
    }

    @Test
    void explainsItself() throws IOException {
        assertThat(command.run(List.of())).isEqualTo(2);
        assertThat(command.run(List.of("--unknown"))).isEqualTo(2);
        assertThat(command.run(List.of("one.zip", "two.zip"))).isEqualTo(2);
        assertThat(command.run(List.of("--help"))).isZero();
        assertThat(out.toString()).contains("verify [--key FILE]");
    }
}
