package org.mailboxremediation.webapp.caseview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailboxremediation.webapp.QueryRefused;

class PageQueryTest {

    @Test
    void isTheFirstFiftyWhereNothingIsSaid() {
        assertThat(PageQuery.read(null, null)).isEqualTo(new PageQuery(0, 50));
        assertThat(PageQuery.read("3", "200").offset()).isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource({"-1, 50", "0, 0", "0, 201", "x, 1", "100000, 1", "'', 1", "1e3, 1", "99999999999999999999, 1"})
    void refusesWhatIsNoSuchNumber(String page, String size) {
        assertThatThrownBy(() -> PageQuery.read(page, size)).isInstanceOf(QueryRefused.class);
    }

    @Test
    void aPageBehindTheEndIsEmpty() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), new PageQuery(99_999, 200));
        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isEqualTo(3);
        assertThat(Page.of(List.of(1, 2, 3), new PageQuery(1, 2)).items()).containsExactly(3);
    }

    @Test
    void longTextsAreCutBetweenTheirSigns() {
        String tooLong = "a".repeat(ForeignText.LONGEST - 1) + "😀 and more";
        assertThat(ForeignText.cut(tooLong)).isEqualTo("a".repeat(ForeignText.LONGEST - 1) + "…");
        assertThat(ForeignText.cut("short")).isEqualTo("short");
    }
}
