package org.mailboxremediation.casefile;

import java.io.IOException;
import java.util.List;
import org.mailboxremediation.event.Checkpoint;

/** Case files for the tests of other packages. */
public final class CaseFileFixture {

    private static final SampleCaseFile SAMPLE = SampleCaseFile.make();

    private CaseFileFixture() {}

    /** A file as written: case-1, eight events. */
    public static byte[] good() throws IOException {
        return SAMPLE.archive();
    }

    /** The same without its last three events, and without the checkpoint that would tell. */
    public static byte[] cutTogetherWithItsCheckpoint() throws IOException {
        return SampleCaseFile.archive(
                SAMPLE.events.subList(0, 5), SAMPLE.checkpoints.subList(0, 1), SampleCaseFile.KEY);
    }

    /** The checkpoints that were kept outside the database, one a line. */
    public static List<String> checkpoints() {
        return SAMPLE.checkpoints.stream().map(Checkpoint::line).toList();
    }

    /** The public half of the key that signed, in PEM form. */
    public static String publicKey() {
        return SampleCaseFile.KEY.verifyingKey().pem();
    }
}
