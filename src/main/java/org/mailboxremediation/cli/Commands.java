package org.mailboxremediation.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the command that the jar was started with, if any. */
public final class Commands {

    private static final int CANNOT_WRITE = 1;
    private static final Set<String> NAMES = Set.of("trace", "update-relays", "scan", "verify");

    private Commands() {}

    /**
     * Runs a command.
     *
     * @param args the jar's arguments
     * @return its exit code; empty where the first argument names no command, and the server is to be started
     */
    public static OptionalInt run(String[] args) {
        if (args.length == 0 || !NAMES.contains(args[0])) {
            return OptionalInt.empty();
        }
        List<String> rest = Arrays.asList(args).subList(1, args.length);
        try (FileInputStream in = new FileInputStream(FileDescriptor.in);
                Writer out = writer(FileDescriptor.out);
                Writer err = writer(FileDescriptor.err)) {
            return OptionalInt.of(
                    switch (args[0]) {
                        case "scan" -> new ScanCommand(System.getenv(), out, err).run(rest);
                        case "update-relays" ->
                            new UpdateRelaysCommand(out, err, LocalDate.now(ZoneOffset.UTC), new RelaySource())
                                    .run(rest);
                        case "verify" -> new VerifyCommand(out, err).run(rest);
                        default -> new TraceCommand(in, out, err).run(rest);
                    });
        } catch (IOException closed) {
            return OptionalInt.of(CANNOT_WRITE);
        }
    }

    private static Writer writer(FileDescriptor where) {
        return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(where), StandardCharsets.UTF_8));
    }
}
