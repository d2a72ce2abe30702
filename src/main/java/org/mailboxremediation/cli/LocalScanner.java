package org.mailboxremediation.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** ClamAV on this machine. Its output is taken byte by byte, as Latin-1: names of files are in any character set. */
final class LocalScanner {

    private static final List<String> KNOWN = List.of("clamscan", "clamdscan");
    /** What a scanner that is asked for infected files only would not print either. */
    private static final Pattern UNREMARKABLE = Pattern.compile(".*: (?:OK|Empty file|Symbolic link)");

    private final String name;
    private final Path program;
    private final ScanArguments arguments;

    private LocalScanner(String name, Path program, ScanArguments arguments) {
        this.name = name;
        this.program = program;
        this.arguments = arguments;
    }

    /** The one that is asked for, or the first that is there: clamscan says more. */
    static Optional<LocalScanner> find(ScanArguments arguments, Map<String, String> environment) {
        return arguments.scanner().map(List::of).orElse(KNOWN).stream()
                .flatMap(name ->
                        program(name, environment).map(path -> new LocalScanner(name, path, arguments)).stream())
                .findFirst();
    }

    String name() {
        return name;
    }

    boolean countsFiles() {
        return name.equals("clamscan");
    }

    /** What it says of itself and its signatures. */
    String version() throws IOException {
        List<String> lines = new ArrayList<>();
        run(command(List.of("--version")), lines::add);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /**
     * Scans.
     *
     * @param each told each line, for the progress
     * @return what it printed, but for the lines of files with nothing to say about
     */
    String scan(Consumer<String> each) throws IOException {
        StringBuilder output = new StringBuilder();
        List<String> rest = new ArrayList<>(scanOptions());
        rest.add("--");
        rest.addAll(arguments.paths());
        run(command(rest), line -> {
            each.accept(line);
            if (!UNREMARKABLE.matcher(line).matches()) {
                output.append(line).append('\n');
            }
        });
        return output.toString();
    }

    private List<String> scanOptions() {
        if (name.equals("clamdscan")) {
            return File.separatorChar == '/' ? List.of("--fdpass") : List.of();
        }
        // What is beyond a limit must show: otherwise a file that was not looked at whole passes for clean.
        return List.of(
                "--recursive",
                "--alert-exceeds-max=yes",
                "--max-filesize=2000M",
                "--max-scansize=2000M",
                "--exclude-dir=^/(proc|sys|dev|run)(/|$)");
    }

    private List<String> command(List<String> rest) {
        Stream<String> own = name.equals("clamscan")
                ? arguments.database().map(path -> "--database=" + path).stream()
                : arguments.clamdConfig().map(path -> "--config-file=" + path).stream();
        return Stream.of(Stream.of(program.toString()), own, rest.stream())
                .flatMap(part -> part)
                .toList();
    }

    private static void run(List<String> command, Consumer<String> each) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(line);
            }
        } finally {
            process.destroy();
        }
    }

    private static Optional<Path> program(String name, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
