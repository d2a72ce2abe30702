package org.mailboxremediation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bursts of reports against a provider that takes 200 ms for each call, beside what is possible at best, the calls
 * alone and the engine alone. {@code bench.bursts} names the sizes (1000,10000), {@code bench.jobs} that of the plain delegate's.
 */
class LockOutBench {

    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 1_000);
    private static final int JOBS = Integer.getInteger("bench.jobs", 1_000);
    private static final int PACED = Integer.getInteger("bench.paced", 10_000);
    private static final int PACE = Integer.getInteger("bench.pace", 6_000);

    @TempDir
    private Path directory;

    private final LockOutTable table = new LockOutTable();
    private int mailboxes;

    @Test
    void locksOutAsFastAsTheProviderAllows() throws IOException {
        List<Integer> bursts = List.of(
                        System.getProperty("bench.bursts", "1000,10000,1000").split(","))
                .stream()
                .map(Integer::valueOf)
                .toList();
        try (Postgres postgres = new Postgres()) {
            unlimited(postgres, bursts);
            if (PACED > 0) {
                paced(postgres);
            }
        }
        table.write();
    }

    private void unlimited(Postgres postgres, List<Integer> bursts) throws IOException {
        int all = WARM_UP + bursts.stream().mapToInt(Integer::intValue).sum();
        try (Emulator emulator = new Emulator("emulator", folder("emulator"), all, 0)) {
            // First, so that the provider is warm before it answers the product: it stands for one that always is.
            calls(emulator, bursts);
            try (Product product = new Product("product", postgres, emulator, folder("product"), 0)) {
                burst(product, WARM_UP);
                product.quiet();
                for (int count : bursts) {
                    table.burst(count, mailboxes, 0, burst(product, count));
                    product.quiet();
                }
            }
            table.refused(emulator.refused());
            bare(postgres, bursts);
            if (JOBS > 0) {
                try (Bare jobs = new Bare("jobs", postgres, List.of(emulator.baseUrl()))) {
                    table.jobs(JOBS, WARM_UP, jobs.lockOut(WARM_UP, JOBS));
                }
            }
        }
    }

    private void calls(Emulator emulator, List<Integer> bursts) throws IOException {
        try (CallsAlone calls = new CallsAlone(emulator, folder("calls"))) {
            calls.burst(WARM_UP);
            int before = WARM_UP;
            for (int count : bursts) {
                table.calls(count, before, calls.burst(count));
                before += count;
            }
        }
    }

    private void bare(Postgres postgres, List<Integer> bursts) {
        try (Bare bare = new Bare("bare", postgres, List.of())) {
            bare.start(WARM_UP);
            int before = WARM_UP;
            for (int place = 0; place < bursts.size(); place++) {
                int count = bursts.get(place);
                table.bare(place, count, before, bare.start(count));
                before += count;
            }
        }
    }

    private void paced(Postgres postgres) throws IOException {
        mailboxes = 0;
        try (Emulator emulator = new Emulator("paced-emulator", folder("paced-emulator"), PACED, PACE);
                Product product = new Product("paced", postgres, emulator, folder("paced"), PACE)) {
            table.burst(PACED, mailboxes, PACE, burst(product, PACED));
            table.refused(emulator.refused());
        }
    }

    private Product.Burst burst(Product product, int count) {
        int first = mailboxes + 1;
        mailboxes += count;
        return product.burst(first, count);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(directory.resolve(name));
    }
}
