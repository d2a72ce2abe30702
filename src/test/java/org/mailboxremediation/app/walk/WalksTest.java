package org.mailboxremediation.app.walk;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** All walks, and at last whether together they took every way that the models have. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
final class WalksTest {

    @Nested
    @Order(1)
    final class NeverBlocked extends NeverBlockedWalks {}

    @Nested
    @Order(2)
    final class Infected extends InfectedWalks {}

    @Nested
    @Order(3)
    final class Disabled extends DisabledWalks {}

    @Nested
    @Order(4)
    final class LateFact extends LateFactWalks {}

    @Nested
    @Order(5)
    final class HandOver extends HandOverWalks {}

    @Nested
    @Order(6)
    final class Ending extends EndingWalks {}

    @Nested
    @Order(7)
    final class ByHand extends ByHandWalks {}

    @Nested
    @Order(8)
    final class Source extends SourceWalks {}

    @Nested
    @Order(9)
    final class WithoutApi extends WithoutApiWalks {}

    @Nested
    @Order(10)
    final class SharedDevice extends SharedDeviceWalks {}

    @Nested
    @Order(11)
    final class DeviceTable extends DeviceTableWalks {}

    @Nested
    @Order(Integer.MAX_VALUE - 1)
    final class Deadlocks extends NoDeadlock {}

    @Nested
    @Order(Integer.MAX_VALUE)
    final class Coverage extends CoverageOfModels {}
}
