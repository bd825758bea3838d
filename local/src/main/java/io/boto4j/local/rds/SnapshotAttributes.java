package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The accounts that may restore snapshots, of instances or of clusters. */
final class SnapshotAttributes {
  private static final int MOST_ACCOUNTS = 20;
  private static final String RESTORE = "restore";

  private final RdsState state;
  private final Resources snapshots;
  private final Function<String, Structure> require;

  /** The word in the names of operations and members: {@code DB} or {@code DBCluster}. */
  private final String word;

  SnapshotAttributes(
      RdsState state, Resources snapshots, String word, Function<String, Structure> require) {
    this.state = state;
    this.snapshots = snapshots;
    this.word = word;
    this.require = require;
  }

  void register() {
    state.table.read("Describe" + word + "SnapshotAttributes", this::describe);
    state.table.write("Modify" + word + "SnapshotAttribute", this::modify);
  }

  private Structure snapshot(EngineCall call) {
    return require.apply(String.valueOf(call.input().text(word + "SnapshotIdentifier")));
  }

  private Map<String, ?> describe(EngineCall call) {
    return view(snapshot(call));
  }

  private Map<String, ?> view(Structure snapshot) {
    Params attribute =
        Params.of(
            "AttributeName", RESTORE, "AttributeValues", snapshot.list(Resources.LOCAL, "Restore"));
    return Params.of(
        word + "SnapshotAttributesResult",
        Params.of(
            word + "SnapshotIdentifier", snapshots.nameOf(snapshot),
            word + "SnapshotAttributes", List.of(attribute)));
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure input = call.input();
    Structure snapshot = snapshot(call);
    if (!"manual".equals(snapshot.text("SnapshotType"))) {
      if (word.equals("DB")) {
        throw RdsErrors.invalid("The attribute restore can be changed of manual snapshots only.");
      }
      throw RdsErrors.fault(
          "InvalidDBClusterSnapshotStateFault", "automated snapshots cannot be modified.");
    }
    String name = input.text("AttributeName");
    if (!RESTORE.equals(name)) {
      throw RdsErrors.invalid("Invalid snapshot attribute " + name);
    }
    List<String> added = input.texts("ValuesToAdd");
    List<String> removed = input.texts("ValuesToRemove");
    List<String> both = added.stream().filter(removed::contains).toList();
    if (!both.isEmpty()) {
      throw RdsErrors.combination(
          "A value may not appear in both the add list and remove list. " + both);
    }
    List<String> values = new ArrayList<>(snapshot.texts(Resources.LOCAL, "Restore"));
    values.removeAll(removed);
    added.stream().filter(value -> !values.contains(value)).forEach(values::add);
    if (values.size() > MOST_ACCOUNTS) {
      throw RdsErrors.fault(
          "SharedSnapshotQuotaExceededFault",
          "The request cannot be processed because it would exceed the maximum number of"
              + " snapshots.");
    }
    return view(snapshots.editLocal(snapshots.nameOf(snapshot), Params.of("Restore", values)));
  }
}
