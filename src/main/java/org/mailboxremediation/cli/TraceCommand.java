package org.mailboxremediation.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.mailboxremediation.evidence.trace.OriginDescription;
import org.mailboxremediation.evidence.trace.OriginReader;
import org.mailboxremediation.evidence.trace.OwnNetworks;

/** {@code trace}: prints where messages came from, one line of JSON each. */
final class TraceCommand {

    static final int DONE = 0;
    static final int NOT_ALL_READ = 1;
    static final int MISUSED = 2;

    private static final String HELP = """
            trace [--own-networks FILE] PATH...
              Prints one line of JSON for each message: where it came in from outside, and what it claims.
              PATH  a message (.eml), a folder or a zip of messages, or - for standard input
              FILE  JSON {"own": [CIDR or rackspace, microsoft-365, gmail ...], "by_hosts": [name ...]}:
                    the networks and receiving hosts of the mailbox's own side
              Exit code: 0 done, 1 a path cannot be read, 2 misused.
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final InputStream in;
    private final Writer out;
    private final Writer err;

    TraceCommand(InputStream in, Writer out, Writer err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) throws IOException {
        if (args.contains("--help")) {
            out.write(HELP);
            return DONE;
        }
        boolean configured = !args.isEmpty() && args.get(0).equals("--own-networks");
        List<String> paths = configured ? args.subList(Math.min(2, args.size()), args.size()) : args;
        if (paths.isEmpty() || paths.stream().anyMatch(path -> path.startsWith("--"))) {
            err.write(HELP);
            return MISUSED;
        }
        try {
            OwnNetworks own = configured ? NetworksFile.read(Path.of(args.get(1))) : OwnNetworks.of(List.of());
            return trace(paths, own);
        } catch (NetworksFile.Unusable unusable) {
            err.write(unusable.getMessage() + "\n");
            return MISUSED;
        }
    }

    private int trace(List<String> paths, OwnNetworks own) throws IOException {
        MessageFiles files = new MessageFiles(in, (name, content) -> print(name, content, own));
        int code = DONE;
        for (String path : paths) {
            if (!files.read(path)) {
                err.write("Cannot be read: " + path + "\n");
                code = NOT_ALL_READ;
            }
        }
        return code;
    }

    private void print(String name, byte[] content, OwnNetworks own) throws IOException {
        OriginDescription origin = OriginDescription.of(OriginReader.read(content, own));
        ObjectNode line = json.createObjectNode().put("file", name);
        line.setAll((ObjectNode) json.valueToTree(origin));
        if (origin.unreadable() == null) {
            line.remove("unreadable");
        }
        out.write(line.toString());
        out.write('\n');
    }
}
