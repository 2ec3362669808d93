package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.carrel.devices.rules.Depreciation;
import org.carrel.devices.store.ValueStore;
import org.carrel.devices.store.ValueStore.Cost;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** What devices are worth on a day, and when they are to be replaced at what cost. */
@Door
public class DeviceValues {
    private final Database database;
    private final Clock clock;
    private final ValueStore store = new ValueStore();

    @Inject
    public DeviceValues(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One for each category. */
    public List<DepreciationRule> rules() {
        return database.read(store::rules);
    }

    /** False when it cannot be so, or somebody else has changed it meanwhile. */
    public boolean save(DepreciationRule rule) {
        return rule.isPossible() && database.transaction(connection -> store.save(connection, rule));
    }

    /** The devices that were ours on that day, in the order of tags. @param site code; empty for all within reach */
    public List<DeviceWorth> on(LocalDate day, String site, Caller by) {
        return database.read(connection -> worth(connection, by.site().orElse(site), day));
    }

    private List<DeviceWorth> worth(Connection connection, String site, LocalDate day) throws SQLException {
        var rules = new EnumMap<DeviceCategory, DepreciationRule>(DeviceCategory.class);
        store.rules(connection).forEach(rule -> rules.put(rule.category(), rule));
        var worth = new ArrayList<DeviceWorth>();
        for (var cost : store.costs(connection, site, day)) {
            var rule = rules.getOrDefault(cost.category(), new DepreciationRule(cost.category(), 60, 0, 1));
            worth.add(worth(cost, rule, day));
        }
        return worth;
    }

    private static DeviceWorth worth(Cost cost, DepreciationRule rule, LocalDate day) {
        var value = cost.price().isPresent() && cost.acquired().isPresent()
                ? OptionalInt.of(Depreciation.value(
                        cost.price().getAsInt(), cost.acquired().get(), day, rule))
                : OptionalInt.empty();
        var replace = Depreciation.replacement(cost.acquired(), cost.supportEnds(), rule);
        return new DeviceWorth(
                cost.device(),
                cost.name(),
                cost.serial(),
                DeviceModel.fullName(cost.manufacturer(), cost.model()),
                cost.category(),
                cost.fund(),
                cost.siteName(),
                cost.room(),
                cost.price(),
                cost.acquired(),
                value,
                replace,
                replace.isPresent() && replace.equals(cost.supportEnds()),
                cost.modelPrice().isPresent() ? cost.modelPrice() : cost.price());
    }

    /** What is to be replaced in which year, in that order; what is over already is for this year. */
    public List<ReplacementGroup> plan(String site, Caller by) {
        var today = LocalDate.now(clock);
        return plan(on(today, site, by), today.getYear());
    }

    /** @param first the year in which what should have been replaced before is replaced */
    public static List<ReplacementGroup> plan(List<DeviceWorth> devices, int first) {
        Map<Integer, Map<String, List<DeviceWorth>>> years = new TreeMap<>(
                Comparator.comparing((Integer year) -> year == 0).thenComparing(Comparator.naturalOrder()));
        for (var device : devices) {
            years.computeIfAbsent(year(device, first), year -> new TreeMap<>())
                    .computeIfAbsent(device.model(), model -> new ArrayList<>())
                    .add(device);
        }
        var plan = new ArrayList<ReplacementGroup>();
        years.forEach((year, models) -> models.forEach((model, each) -> plan.add(group(year, model, each))));
        return plan;
    }

    /** In which year a device is to be replaced; 0 when nobody knows. */
    public static int year(DeviceWorth device, int first) {
        return device.replace().map(day -> Math.max(first, day.getYear())).orElse(0);
    }

    private static ReplacementGroup group(int year, String model, List<DeviceWorth> devices) {
        var known = devices.stream()
                .map(DeviceWorth::replacement)
                .filter(OptionalInt::isPresent)
                .toList();
        return new ReplacementGroup(
                year,
                model,
                devices.size(),
                (int) devices.stream().filter(DeviceWorth::bySupport).count(),
                known.stream().mapToLong(OptionalInt::getAsInt).sum(),
                devices.size() - known.size());
    }

    /** Of one device today, in cents; empty when its price or day of purchase is not known. */
    public OptionalInt now(Device device) {
        if (device.price().isEmpty() || device.acquired().isEmpty()) return OptionalInt.empty();
        Optional<DepreciationRule> rule = rules().stream()
                .filter(one -> one.category() == device.category())
                .findFirst();
        if (rule.isEmpty()) return OptionalInt.empty();
        return OptionalInt.of(Depreciation.value(
                device.price().getAsInt(), device.acquired().get(), LocalDate.now(clock), rule.get()));
    }
}
