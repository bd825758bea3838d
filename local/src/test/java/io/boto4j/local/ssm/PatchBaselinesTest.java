package io.boto4j.local.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PatchBaselinesTest {
  private final EngineDoor door = new EngineDoor(new SsmFactory());
  private final Client ssm = door.client("ssm");

  @AfterEach
  void close() {
    door.close();
  }

  private String create(String name) {
    return String.valueOf(
        ssm.call(
                "CreatePatchBaseline",
                Map.of("Name", name, "OperatingSystem", "UBUNTU", "ApprovedPatches", List.of("a")))
            .text("BaselineId"));
  }

  private String ofGroup(String group) {
    return String.valueOf(
        ssm.call(
                "GetPatchBaselineForPatchGroup",
                Map.of("PatchGroup", group, "OperatingSystem", "UBUNTU"))
            .text("BaselineId"));
  }

  private void refused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is(code)).as(e.toString()).isTrue());
  }

  @Test
  void baselines_ofAwsAndOwn_areListed() {
    create("mine");
    assertThat(
            ssm.call(
                    "DescribePatchBaselines",
                    Map.of("Filters", List.of(Map.of("Key", "OWNER", "Values", List.of("Self")))))
                .structures("BaselineIdentities"))
        .extracting(each -> each.text("BaselineName"))
        .containsExactly("mine");
    assertThat(
            ssm.call(
                    "DescribePatchBaselines",
                    Map.of("Filters", List.of(Map.of("Key", "OWNER", "Values", List.of("AWS")))))
                .structures("BaselineIdentities"))
        .extracting(each -> each.text("BaselineName"))
        .contains("AWS-UbuntuDefaultPatchBaseline")
        .doesNotContain("mine");
  }

  @Test
  void updatePatchBaseline_changesOrReplaces() {
    String id = create("mine");
    ssm.call("UpdatePatchBaseline", Map.of("BaselineId", id, "Description", "d"));
    assertThat(ssm.call("GetPatchBaseline", Map.of("BaselineId", id)).texts("ApprovedPatches"))
        .containsExactly("a");
    ssm.call("UpdatePatchBaseline", Map.of("BaselineId", id, "Replace", true));
    assertThat(ssm.call("GetPatchBaseline", Map.of("BaselineId", id)))
        .doesNotContainKey("Description")
        .containsEntry("OperatingSystem", "UBUNTU")
        .containsEntry("ApprovedPatches", List.of());
  }

  @Test
  void patchGroup_hasOneBaselinePerSystem() {
    String id = create("mine");
    String other = create("other");
    String byDefault = ofGroup("web");
    assertThat(byDefault).contains(":patchbaseline/pb-");
    Map<String, ?> mine = Map.of("BaselineId", id, "PatchGroup", "web");
    ssm.call("RegisterPatchBaselineForPatchGroup", mine);
    assertThat(ofGroup("web")).isEqualTo(id);
    assertThat(ssm.call("DescribePatchGroups", Map.of()).structures("Mappings")).hasSize(1);
    refused(
        "AlreadyExistsException",
        () ->
            ssm.call(
                "RegisterPatchBaselineForPatchGroup",
                Map.of("BaselineId", other, "PatchGroup", "web")));
    refused(
        "ResourceInUseException", () -> ssm.call("DeletePatchBaseline", Map.of("BaselineId", id)));
    ssm.call("DeregisterPatchBaselineForPatchGroup", mine);
    assertThat(ofGroup("web")).isEqualTo(byDefault);
    ssm.call("DeletePatchBaseline", Map.of("BaselineId", id));
    refused("DoesNotExistException", () -> ssm.call("GetPatchBaseline", Map.of("BaselineId", id)));
  }

  @Test
  void defaultBaseline_canBeChangedAndReset() {
    String id = create("mine");
    Map<String, ?> ubuntu = Map.of("OperatingSystem", "UBUNTU");
    String aws = String.valueOf(ssm.call("GetDefaultPatchBaseline", ubuntu).text("BaselineId"));
    ssm.call("RegisterDefaultPatchBaseline", Map.of("BaselineId", id));
    assertThat(ssm.call("GetDefaultPatchBaseline", ubuntu).text("BaselineId")).isEqualTo(id);
    ssm.call("RegisterDefaultPatchBaseline", Map.of("BaselineId", aws));
    assertThat(ssm.call("GetDefaultPatchBaseline", ubuntu).text("BaselineId")).isEqualTo(aws);
  }
}
