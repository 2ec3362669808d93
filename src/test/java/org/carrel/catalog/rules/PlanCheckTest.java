package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CallRange;
import org.carrel.catalog.GridBox;
import org.carrel.catalog.MapProblem;
import org.carrel.catalog.MapProblem.Kind;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.RowPosition;
import org.carrel.catalog.RowPosition.Area;
import org.carrel.catalog.RowPosition.Side;
import org.carrel.catalog.ShelfMap;
import org.carrel.catalog.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCheckTest {
    private static final PlanPart FICTION = row(1, "Row 1", new GridBox(2, 2, 6, 1), "FIC A – FIC L");
    private static final PlanPart DESK =
            new PlanPart(2, PlanPart.Kind.DESK, "", new GridBox(10, 8, 4, 2), List.of(), 0);
    private static final ShelfMap MAP = new ShelfMap(new Site(1, "LMC", "School"), 20, 12, List.of(FICTION, DESK));

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            FIC M – FIC Z          |         |
            FIC Z – FIC M          | to.0    | REVERSED
            FIC L – FIC M          | from.0  | OVERLAPS
            FIC – FIC              | from.0  | OVERLAPS
            5999 – 600             | from.0  | UNREADABLE
            500 – !!               | to.0    | UNREADABLE
            500 – 599, 590 – 599.9 | from.1  | OVERLAPS
            """)
    void aRangeIsReadableAheadAndAlone(String ranges, String field, Kind kind) {
        var problems = problems(row(0, "Row 2", new GridBox(2, 4, 6, 1), ranges.split(", ")));
        assertThat(problems.stream().map(MapProblem::kind)).isEqualTo(kind == null ? List.of() : List.of(kind));
        if (kind != null) assertThat(problems.getFirst().field()).isEqualTo(field);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var problems = problems(row(0, " ", new GridBox(18, 2, 6, 1), "FIC Z – FIC M"));
        assertThat(problems).extracting(MapProblem::field).containsExactly("label", "place", "to.0");
    }

    @ParameterizedTest(name = "{0}, {1}, {2} by {3}: {4} {5}")
    @CsvSource(textBlock = """
            2, 3, 6, 1,       ,
            7, 2, 2, 1, place, TAKEN
            9, 7, 3, 3, place, TAKEN
            0, 3, 6, 1, place, OUTSIDE
            16, 3, 6, 1, place, OUTSIDE
            1, 3, 21, 1, size, OUTSIDE
            1, 3, -1, 1, size, OUTSIDE
            2147483647, 1, 2147483647, 1, size, OUTSIDE
            """)
    void aRowStandsOnFreeSquaresOfTheRoom(int x, int y, int width, int depth, String field, Kind kind) {
        var problems = problems(row(0, "Row 2", new GridBox(x, y, width, depth)));
        assertThat(problems.stream().map(MapProblem::kind)).isEqualTo(kind == null ? List.of() : List.of(kind));
        if (kind != null) assertThat(problems.getFirst().field()).isEqualTo(field);
    }

    @Test
    void aRowIsNotInItsOwnWay() {
        assertThat(problems(FICTION)).isEmpty();
        assertThat(problems(FICTION.at(new GridBox(3, 2, 6, 1)))).isEmpty();
        assertThat(problems(row(0, "row 1", new GridBox(2, 4, 6, 1))))
                .extracting(MapProblem::kind)
                .containsExactly(Kind.LABEL_TAKEN);
    }

    @Test
    void aRoomIsLargeEnoughForWhatStandsInIt() {
        assertThat(PlanCheck.room(MAP)).isEmpty();
        assertThat(PlanCheck.room(new ShelfMap(MAP.site(), 20, 8, MAP.parts())))
                .containsExactly(MapProblem.of("size", Kind.ROOM_TOO_SMALL, "DESK"));
        assertThat(PlanCheck.room(new ShelfMap(MAP.site(), 41, 8, List.of())))
                .extracting(MapProblem::kind)
                .containsExactly(Kind.ROOM_SIZE);
    }

    @Property
    void aCopyOfARowCanBeSavedAsItIs(
            @ForAll @IntRange(min = 1, max = 14) int x, @ForAll @IntRange(min = 3, max = 7) int y) {
        var row = row(3, "Row 9", new GridBox(x, y, 6, 1), "500 – 599");
        var map = new ShelfMap(MAP.site(), 20, 12, List.of(FICTION, DESK, row));
        var copy = PlanCopy.of(map, row).orElseThrow();
        assertThat(PlanCheck.problems(map, copy, Set.of())).isEmpty();
        assertThat(copy.label()).isEqualTo("Row 10");
        assertThat(copy.ranges()).isEmpty();
    }

    @Test
    void aFullRoomHasNoPlaceForACopy() {
        var wall = row(1, "Wall", new GridBox(1, 1, 4, 3));
        assertThat(PlanCopy.of(new ShelfMap(MAP.site(), 4, 4, List.of(wall)), wall))
                .isEmpty();
    }

    @Test
    void copiesThatNoRowHoldsAreCountedByWhatTheyHaveInCommon() {
        var count = new CoverageCount(MAP.parts());
        List.of("E SEU", "FIC ALE", "FIC MUN", "FIC ROW v. 2", "590 ABC", "599.5 SIM", "600 MAC", "SP FIC ROW")
                .forEach(label -> count.add(copy(label)));
        count.add(new ShelvedCopy(9, 0, "", CallNumber.NONE, ShelfKey.NOWHERE));
        var result = count.result();
        assertThat(result.copies()).containsEntry(1L, 1);
        assertThat(result.missing().stream()
                        .map(group -> group.name() + " " + group.copies() + ": " + group.from() + " to " + group.to()))
                .containsExactly(
                        "E 1: E to E",
                        "FIC 2: FIC MUN to FIC ROW",
                        "500–599 2: 500 to 599",
                        "600–699 1: 600 to 699",
                        "SP FIC 1: SP FIC to SP FIC",
                        " 1:  to ");
        result.missing().stream().filter(group -> !group.from().isEmpty()).forEach(group -> {
            var offered = row(0, "New", new GridBox(2, 4, 6, 1), group.from() + " – " + group.to());
            assertThat(problems(offered)).as(group.name()).isEmpty();
        });
    }

    @ParameterizedTest(name = "{0}, {1}: {2} of the desk, {3}")
    @CsvSource(textBlock = """
            2, 8, LEFT, LEFT, LEFT
            15, 9, RIGHT, BOTTOM_RIGHT, RIGHT
            10, 4, ABOVE, TOP, TOP
            10, 12, BELOW, BOTTOM, BOTTOM
            """)
    void aRowIsToldByWhatIsNearest(int x, int y, Side side, Area area, Area way) {
        var row = row(5, "Row 5", new GridBox(x, y, 4, 1));
        var here = new PlanPart(6, PlanPart.Kind.HERE, "", DESK.box(), List.of(), 0);
        var position = RowPosition.of(MAP, row, Optional.of(here));
        assertThat(position.beside().orElseThrow().side()).isEqualTo(side);
        assertThat(position.beside().orElseThrow().mark()).isEqualTo(DESK);
        assertThat(position.area()).isEqualTo(area);
        assertThat(position.toward()).contains(way);
    }

    @Test
    void aScreenFindsItsOwnMarkElseTheOnlyOneForAll() {
        var own = new PlanPart(7, PlanPart.Kind.HERE, "", new GridBox(1, 1, 1, 1), List.of(), 40);
        var any = new PlanPart(8, PlanPart.Kind.HERE, "", new GridBox(2, 1, 1, 1), List.of(), 0);
        var map = new ShelfMap(MAP.site(), 20, 12, List.of(own, any));
        assertThat(map.here(40)).contains(own);
        assertThat(map.here(41)).contains(any);
        assertThat(MAP.here(41)).isEmpty();
    }

    private static List<MapProblem> problems(PlanPart part) {
        return PlanCheck.problems(MAP, part, Set.of());
    }

    private static ShelvedCopy copy(String label) {
        var call = CallNumberText.split(label);
        return new ShelvedCopy(1, 0, "", call, ShelfKey.of(call));
    }

    private static PlanPart row(long id, String label, GridBox box, String... ranges) {
        var all = Arrays.stream(ranges)
                .map(text -> text.split(" – ", -1))
                .map(ends -> new CallRange(0, ends[0], ends[1]))
                .toList();
        return new PlanPart(id, PlanPart.Kind.ROW, label, box, all, 0);
    }
}
