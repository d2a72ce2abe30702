package org.mailboxremediation.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.casefile.CaseFileVerification;
import org.mailboxremediation.event.Checkpoint;
import org.mailboxremediation.event.VerifyingKey;
import org.mailboxremediation.event.VerifyingKeys;

/** {@code verify}: tells whether a case file is what was written, and names what is not. */
final class VerifyCommand {

    static final int GOOD = 0;
    static final int BAD = 1;
    static final int MISUSED = 2;

    private static final String HELP = """
            verify [--key FILE]... [--checkpoints FILE] CASEFILE
              Checks a case file (zip) without a server: signature, members, chain of events, checkpoints, evidence.
              --key          a public key (PEM) of the organisation; once more for each key it used before. Without
                             it the file's own are taken, and only the id, which is printed, tells whose it is
              --checkpoints  the checkpoints that were kept outside the database (checkpoints.jsonl)
              Exit code: 0 good, 1 not good or unreadable (what is wrong is printed), 2 misused.
            """;

    private final Writer out;
    private final Writer err;

    VerifyCommand(Writer out, Writer err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) throws IOException {
        if (args.contains("--help")) {
            out.write(HELP);
            return GOOD;
        }
        List<String> rest = new ArrayList<>(args);
        List<VerifyingKey> keys = new ArrayList<>();
        String checkpoints = taken("--checkpoints", rest);
        List<String> keyFiles = allTaken("--key", rest);
        if (rest.size() != 1 || rest.get(0).startsWith("--")) {
            err.write(HELP);
            return MISUSED;
        }
        try {
            for (String file : keyFiles) {
                keys.addAll(keys(file));
            }
            return check(
                    Path.of(rest.get(0)), new CaseFileVerification(new VerifyingKeys(keys), checkpoints(checkpoints)));
        } catch (IOException | IllegalArgumentException unreadable) {
            err.write("The case file, the key or the checkpoints cannot be read, or are none.\n");
            return BAD;
        }
    }

    private int check(Path file, CaseFileVerification verification) throws IOException {
        CaseFileVerification.Result result = verification.check(file);
        for (Object flaw : result.flaws()) {
            out.write("BAD   " + flaw + "\n");
        }
        if (result.isGood()) {
            out.write("GOOD  case " + result.caseId() + ", " + result.events() + " events, signed by the key "
                    + result.key() + "\n");
            for (String purge : result.purges()) {
                out.write("      " + purge + "\n");
            }
        }
        return result.isGood() ? GOOD : BAD;
    }

    private static @Nullable String taken(String option, List<String> args) {
        int at = args.indexOf(option);
        if (at < 0 || at + 1 >= args.size()) {
            return null;
        }
        args.remove(at);
        return args.remove(at);
    }

    private static List<String> allTaken(String option, List<String> args) {
        List<String> values = new ArrayList<>();
        for (String value = taken(option, args); value != null; value = taken(option, args)) {
            values.add(value);
        }
        return values;
    }

    private static List<VerifyingKey> keys(String file) throws IOException {
        return VerifyingKeys.ofPem(Files.readString(Path.of(file), StandardCharsets.US_ASCII))
                .keys();
    }

    private static List<Checkpoint> checkpoints(@Nullable String file) throws IOException {
        return file == null
                ? List.of()
                : Files.readAllLines(Path.of(file)).stream()
                        .map(Checkpoint::read)
                        .toList();
    }
}
