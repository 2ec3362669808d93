package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.InventoryCart;
import org.junit.jupiter.api.Test;

class FirstSetUpTest {
    private static final List<InventoryCart> CARTS =
            List.of(new InventoryCart(11, "Cart A"), new InventoryCart(12, "Cart A"));

    @Test
    void theLibraryAndEachCartUnderANameOfItsOwn() {
        var missing = FirstSetUp.missing("LMC", CARTS, List.of());
        assertThat(missing).extracting(BookingResource::nameEn).containsExactly("Library", "Cart A", "Cart A 2");
        assertThat(missing).extracting(BookingResource::kind).containsExactly(Kind.ZONE, Kind.CART, Kind.CART);
        assertThat(missing).allSatisfy(resource -> assertThat(ResourceRules.problems(resource, List.of()))
                .isEmpty());
    }

    @Test
    void whatIsThereIsNotAddedAgain() {
        var there = new ArrayList<>(FirstSetUp.missing("LMC", CARTS.subList(0, 1), List.of()));
        assertThat(FirstSetUp.missing("LMC", CARTS, there))
                .extracting(BookingResource::nameEn)
                .containsExactly("Cart A 2");
        there.addAll(FirstSetUp.missing("LMC", CARTS, there));
        assertThat(FirstSetUp.missing("LMC", CARTS, there)).isEmpty();
    }

    @Test
    void aLongNameIsCutToWhatIsAllowed() {
        var long80 = List.of(new InventoryCart(1, "x".repeat(80)), new InventoryCart(2, "x".repeat(80)));
        assertThat(FirstSetUp.missing("LMC", long80, List.of()))
                .allSatisfy(resource ->
                        assertThat(ResourceRules.problems(resource, List.of())).isEmpty());
    }
}
