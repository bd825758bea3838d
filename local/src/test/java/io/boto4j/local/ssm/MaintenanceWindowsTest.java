package io.boto4j.local.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MaintenanceWindowsTest {
  private static final List<Map<String, ?>> WEB =
      List.of(Map.of("Key", "tag:Role", "Values", List.of("web")));

  private final EngineDoor door = new EngineDoor(new SsmFactory());
  private final Client ssm = door.client("ssm");

  @AfterEach
  void close() {
    door.close();
  }

  private String create(Object... more) {
    Params input =
        Params.of(
            "Name",
            "nightly",
            "Schedule",
            "cron(0 2 * * ? *)",
            "Duration",
            3,
            "Cutoff",
            1,
            "AllowUnassociatedTargets",
            false);
    for (int i = 0; i < more.length; i += 2) {
      input = input.with((String) more[i], more[i + 1]);
    }
    return String.valueOf(ssm.call("CreateMaintenanceWindow", input).text("WindowId"));
  }

  private String target(String window) {
    return String.valueOf(
        ssm.call(
                "RegisterTargetWithMaintenanceWindow",
                Map.of("WindowId", window, "ResourceType", "INSTANCE", "Targets", WEB))
            .text("WindowTargetId"));
  }

  private void refused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is(code)).as(e.toString()).isTrue());
  }

  @Test
  void windows_areCreatedChangedAndDeleted() {
    String id = create("Description", "at night");
    assertThat(id).matches("mw-[0-9a-f]{17}");
    ssm.call("UpdateMaintenanceWindow", Map.of("WindowId", id, "Enabled", false, "Duration", 4));
    Structure window = ssm.call("GetMaintenanceWindow", Map.of("WindowId", id));
    assertThat(window.integer("Duration")).isEqualTo(4);
    assertThat(window.text("Description")).isEqualTo("at night");
    ssm.call("UpdateMaintenanceWindow", Map.of("WindowId", id, "Replace", true));
    assertThat(ssm.call("GetMaintenanceWindow", Map.of("WindowId", id)).containsKey("Description"))
        .isFalse();
    assertThat(
            ssm.call(
                    "DescribeMaintenanceWindows",
                    Map.of(
                        "Filters", List.of(Map.of("Key", "Enabled", "Values", List.of("false")))))
                .structures("WindowIdentities"))
        .hasSize(1);
    ssm.call("DeleteMaintenanceWindow", Map.of("WindowId", id));
    refused(
        "DoesNotExistException", () -> ssm.call("GetMaintenanceWindow", Map.of("WindowId", id)));
  }

  @Test
  void windows_withTheSameToken_areOne() {
    assertThat(create("ClientToken", "t")).isEqualTo(create("ClientToken", "t"));
    assertThat(create()).isNotEqualTo(create());
  }

  @Test
  void windows_checkTheirSettings() {
    refused("ValidationException", () -> create("Schedule", "every day"));
    refused("ValidationException", () -> create("Duration", 1));
    refused("ValidationException", () -> create("ScheduleTimezone", "Mars/Phobos"));
  }

  @Test
  void targets_inUse_areKept() {
    String window = create();
    String target = target(window);
    Map<String, ?> task =
        Map.of(
            "WindowId",
            window,
            "TaskArn",
            "AWS-RunShellScript",
            "TaskType",
            "RUN_COMMAND",
            "Targets",
            List.of(Map.of("Key", "WindowTargetIds", "Values", List.of(target))));
    String id =
        String.valueOf(ssm.call("RegisterTaskWithMaintenanceWindow", task).text("WindowTaskId"));
    refused(
        "TargetInUseException",
        () ->
            ssm.call(
                "DeregisterTargetFromMaintenanceWindow",
                Map.of("WindowId", window, "WindowTargetId", target, "Safe", true)));
    Structure described =
        ssm.call("DescribeMaintenanceWindowTasks", Map.of("WindowId", window))
            .structures("Tasks")
            .get(0);
    assertThat(described.text("Type")).isEqualTo("RUN_COMMAND");
    assertThat(described.integer("Priority")).isEqualTo(1);
    ssm.call("DeregisterTaskFromMaintenanceWindow", Map.of("WindowId", window, "WindowTaskId", id));
    ssm.call(
        "DeregisterTargetFromMaintenanceWindow",
        Map.of("WindowId", window, "WindowTargetId", target, "Safe", true));
    refused("DoesNotExistException", () -> ssm.call("RegisterTaskWithMaintenanceWindow", task));
  }

  @Test
  void windows_areFoundByTarget() {
    target(create());
    assertThat(
            ssm.call(
                    "DescribeMaintenanceWindowsForTarget",
                    Map.of("ResourceType", "INSTANCE", "Targets", WEB))
                .structures("WindowIdentities"))
        .hasSize(1);
  }

  @Test
  void windows_haveTags() {
    String id = create("Tags", List.of(Map.of("Key", "k", "Value", "v")));
    Map<String, ?> resource = Map.of("ResourceType", "MaintenanceWindow", "ResourceId", id);
    ssm.call(
        "AddTagsToResource",
        Params.copyOf(resource).with("Tags", List.of(Map.of("Key", "l", "Value", "w"))));
    ssm.call("RemoveTagsFromResource", Params.copyOf(resource).with("TagKeys", List.of("k")));
    assertThat(ssm.call("ListTagsForResource", resource).structures("TagList"))
        .extracting(tag -> tag.text("Key"))
        .containsExactly("l");
  }
}
