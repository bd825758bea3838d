package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.Partition;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The patch baselines that AWS provides, one per operating system. */
final class AwsBaselines {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("ALMA_LINUX", "AlmaLinuxDefault"),
          Map.entry("AMAZON_LINUX", "AmazonLinuxDefault"),
          Map.entry("AMAZON_LINUX_2", "AmazonLinux2Default"),
          Map.entry("AMAZON_LINUX_2022", "AmazonLinux2022Default"),
          Map.entry("AMAZON_LINUX_2023", "AmazonLinux2023Default"),
          Map.entry("CENTOS", "CentOSDefault"),
          Map.entry("DEBIAN", "DebianDefault"),
          Map.entry("MACOS", "MacOSDefault"),
          Map.entry("ORACLE_LINUX", "OracleLinuxDefault"),
          Map.entry("RASPBIAN", "RaspbianDefault"),
          Map.entry("REDHAT_ENTERPRISE_LINUX", "RedHatDefault"),
          Map.entry("ROCKY_LINUX", "RockyLinuxDefault"),
          Map.entry("SUSE", "SuseDefault"),
          Map.entry("UBUNTU", "UbuntuDefault"),
          Map.entry("WINDOWS", "Default"));

  /** The account of AWS that owns the baselines. */
  private static final String OWNER = "075727635805";

  private final Map<String, Structure> byId = new LinkedHashMap<>();
  private final String region;

  AwsBaselines(String region) {
    this.region = region;
    NAMES.keySet().stream().sorted().forEach(this::add);
  }

  private void add(String system) {
    byId.put(
        defaultOf(system),
        Structures.of(
            Params.of(
                "BaselineId",
                defaultOf(system),
                "Name",
                "AWS-" + NAMES.get(system) + "PatchBaseline",
                "OperatingSystem",
                system,
                "Description",
                "Default Patch Baseline for " + system + " Provided by AWS.",
                "ApprovedPatches",
                List.of(),
                "ApprovedPatchesComplianceLevel",
                "UNSPECIFIED",
                "ApprovedPatchesEnableNonSecurity",
                false,
                "RejectedPatches",
                List.of(),
                "RejectedPatchesAction",
                "ALLOW_AS_DEPENDENCY")));
  }

  /** The ARN of the baseline for an operating system, always the same in a region. */
  String defaultOf(String system) {
    UUID id = UUID.nameUUIDFromBytes((region + "/" + system).getBytes(StandardCharsets.UTF_8));
    return "arn:"
        + Partition.of(region)
        + ":ssm:"
        + region
        + ":"
        + OWNER
        + ":patchbaseline/pb-0"
        + id.toString().replace("-", "").substring(16);
  }

  @Nullable Structure find(String id) {
    return byId.get(id);
  }

  List<Structure> all() {
    return List.copyOf(byId.values());
  }
}
