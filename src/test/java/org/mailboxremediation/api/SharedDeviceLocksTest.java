package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.ADMIN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceState;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.process.ScanDesk;

/** Two people hand in reports of one machine that two cases list, each in a case of their own, at the same moment. */
@Tag(DatabaseKind.TAG)
class SharedDeviceLocksTest {

    private static final String MACHINE =
            "{\"name\":\"Front desk\",\"kind\":\"DESKTOP\",\"owner\":\"Everybody\",\"identifier\":\"PC-0042\"}";
    private static final byte[] REPORT = "Device: PC-0042".getBytes(StandardCharsets.UTF_8);

    private final ApiContext api = new ApiContext();

    SharedDeviceLocksTest() {
        api.provider.with(IncidentFixture.BOB, Secret.of("Sandbox-bob-1"));
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void neverHoldEachOthersCase() {
        Device one = listed("alice@example.com");
        Device other = listed("bob@example.com");
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        CountDownLatch both = new CountDownLatch(2);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> handIn(one, inside, together, both)),
                        CompletableFuture.runAsync(() -> handIn(other, inside, together, both)))
                .join();
        assertThat(together).as("transactions at work in both cases at once").hasValue(1);
        assertThat(api.get(Devices.class).find(one.id()).orElseThrow().scans()).hasSize(2);
        assertThat(api.get(Devices.class).find(other.id()).orElseThrow().state())
                .isEqualTo(DeviceState.INCOMPLETE);
    }

    /** What is permitted writes to the person's own case first, as the use of a nonce does. */
    private void handIn(Device device, AtomicInteger inside, AtomicInteger together, CountDownLatch both) {
        api.get(ScanDesk.class).attach(List.of(device), REPORT, "admin", () -> {
            api.get(EventChain.class).lock(device.incidentId());
            together.accumulateAndGet(inside.incrementAndGet(), Math::max);
            both.countDown();
            awaitTheOther(both);
            inside.decrementAndGet();
        });
    }

    private static void awaitTheOther(CountDownLatch both) {
        try {
            boolean came = both.await(1, TimeUnit.SECONDS);
            assertThat(came || both.getCount() > 0).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Device listed(String mailbox) {
        String incident = api.post(
                        "/api/incidents", "{\"mailbox\":\"" + mailbox + "\",\"symptoms\":[\"BOUNCES\"]}", ADMIN)
                .body()
                .path("id")
                .asText();
        String device = api.post("/api/incidents/" + incident + "/devices", MACHINE, ADMIN)
                .body()
                .path("id")
                .asText();
        return api.get(Devices.class).find(device).orElseThrow();
    }
}
