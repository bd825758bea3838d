package io.boto4j.local.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShardGroupsTest {
  private static final Duration STEP = Duration.ofMinutes(1);

  private final EngineDoor door = new EngineDoor(new RdsFactory(STEP));
  private final Client rds = door.client("rds");

  @AfterEach
  void close() {
    door.close();
  }

  private Structure create(Object... more) {
    Params input =
        Params.of("DBShardGroupIdentifier", "g1", "DBClusterIdentifier", "c1", "MaxACU", 768.0);
    for (int i = 0; i < more.length; i += 2) {
      input = input.with((String) more[i], more[i + 1]);
    }
    return rds.call("CreateDBShardGroup", input);
  }

  private List<Structure> groups() {
    return rds.call("DescribeDBShardGroups", Params.of()).structures("DBShardGroups");
  }

  private void refused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            // The wire turns the name of the shape into the code.
            ServiceException.class, e -> assertThat(e.code()).isIn(code, code + "Fault"));
  }

  @Test
  void shardGroup_livesByTheClock() {
    refused("DBClusterNotFound", this::create);
    rds.call(
        "CreateDBCluster",
        Params.of(
            "DBClusterIdentifier", "c1",
            "Engine", "aurora-postgresql",
            "MasterUsername", "admin",
            "MasterUserPassword", "correct horse"));
    refused("InvalidParameterValue", () -> create("ComputeRedundancy", 3));
    refused("InvalidParameterValue", () -> create("MinACU", 800.0));
    assertThat(create().text("Status")).isEqualTo("creating");
    refused("DBShardGroupAlreadyExists", this::create);
    refused(
        "InvalidDBShardGroupState",
        () -> rds.call("RebootDBShardGroup", Params.of("DBShardGroupIdentifier", "g1")));
    door.clock().advance(STEP);
    assertThat(
            rds.call(
                    "ModifyDBShardGroup",
                    Params.of("DBShardGroupIdentifier", "g1", "MaxACU", 900.0))
                .text("Status"))
        .isEqualTo("modifying");
    door.clock().advance(STEP);
    assertThat(groups().get(0).real("MaxACU")).isEqualTo(900.0);
    rds.call("DeleteDBShardGroup", Params.of("DBShardGroupIdentifier", "g1"));
    door.clock().advance(STEP);
    assertThat(groups()).isEmpty();
  }
}
