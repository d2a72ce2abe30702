package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoomTest {

    @Test
    void hasAPlaceForEachWorkerAndHalfAsManyAhead() {
        assertThat(new Room(8).take()).isEqualTo(new Room.Taken(8, 4));
    }

    @Test
    void oneWorkerIsGivenNothingAhead() {
        assertThat(new Room(1).take()).isEqualTo(new Room.Taken(1, 0));
    }

    @Test
    void whatIsLeftIsAheadBeforeItIsFree() {
        Room room = new Room(8);
        room.take();
        room.giveBack(3);

        assertThat(room.take()).isEqualTo(new Room.Taken(0, 3));
        room.giveBack(6);
        assertThat(room.take()).isEqualTo(new Room.Taken(2, 4));
    }

    @Test
    void tooLittleIsLeftUntilThereIsMore() {
        Room room = new Room(8);
        room.take();
        room.giveBack(1);

        assertThat(room.take().all()).isZero();
        room.giveBack(1);
        assertThat(room.take()).isEqualTo(new Room.Taken(0, 2));
    }
}
