package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Regions and their availability zones, from AWS's list of regions. */
final class Zones {
  private static final Map<String, Region> REGIONS = new LinkedHashMap<>();
  private static final Filters REGION_FILTERS =
      new Filters()
          .on("endpoint", "Endpoint")
          .on("opt-in-status", "OptInStatus")
          .on("region-name", "RegionName");
  private static final Filters ZONE_FILTERS =
      new Filters()
          .on("group-name", "GroupName")
          .on("opt-in-status", "OptInStatus")
          .on("region-name", "RegionName")
          .on("state", "State")
          .on("zone-id", "ZoneId")
          .on("zone-name", "ZoneName")
          .on("zone-type", "ZoneType");

  static {
    region("ap-south-1", "aps1", "abc");
    region("eu-north-1", "eun1", "abc");
    region("eu-west-3", "euw3", "abc");
    region("eu-west-2", "euw2", "abc");
    region("eu-west-1", "euw1", "abc");
    region("ap-northeast-3", "apne3", "abc");
    region("ap-northeast-2", "apne2", "abcd");
    region("ap-northeast-1", "apne1", "acd");
    region("ca-central-1", "cac1", "abd");
    region("sa-east-1", "sae1", "abc");
    region("ap-southeast-1", "apse1", "abc");
    region("ap-southeast-2", "apse2", "abc");
    region("eu-central-1", "euc1", "abc");
    region("us-east-1", "use1", "abcdef");
    region("us-east-2", "use2", "abc");
    region("us-west-1", "usw1", "ab");
    region("us-west-2", "usw2", "abcd");
    optional("af-south-1", "afs1");
    optional("ap-east-1", "ape1");
    optional("ap-east-2", "ape2");
    optional("ap-south-2", "aps2");
    optional("ap-southeast-3", "apse3");
    optional("ap-southeast-4", "apse4");
    optional("ap-southeast-5", "apse5");
    optional("ap-southeast-6", "apse6");
    optional("ap-southeast-7", "apse7");
    optional("ca-west-1", "caw1");
    optional("eu-central-2", "euc2");
    optional("eu-south-1", "eus1");
    optional("eu-south-2", "eus2");
    optional("il-central-1", "ilc1");
    optional("me-central-1", "mec1");
    optional("me-south-1", "mes1");
    optional("mx-central-1", "mxc1");
  }

  /** Regions of other partitions, which are not listed here. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "cn-north-1", "cnn1",
          "cn-northwest-1", "cnnw1",
          "us-gov-east-1", "usge1",
          "us-gov-west-1", "usgw1");

  private final Ec2State state;

  Zones(Ec2State state) {
    this.state = state;
  }

  private record Region(String name, String zones, String letters, boolean isOptional) {}

  /** An availability zone, such as {@code eu-west-1a}. */
  record Zone(String name, String id) {}

  private static void region(String name, String zones, String letters) {
    REGIONS.put(name, new Region(name, zones, letters, false));
  }

  private static void optional(String name, String zones) {
    REGIONS.put(name, new Region(name, zones, "abc", true));
  }

  /** The zones of a region. Those of an unknown one are made up. */
  static List<Zone> of(String region) {
    Region known = REGIONS.get(region);
    List<Zone> zones = new ArrayList<>();
    String prefix =
        known == null ? ELSEWHERE.getOrDefault(region, region.replace("-", "")) : known.zones;
    for (char letter : (known == null ? "abc" : known.letters).toCharArray()) {
      zones.add(new Zone(region + letter, prefix + "-az" + (zones.size() + 1)));
    }
    return zones;
  }

  void register() {
    state.table.read("DescribeRegions", this::regions);
    state.table.read("DescribeAvailabilityZones", this::zones);
  }

  private Map<String, ?> regions(EngineCall call) {
    List<String> names = call.input().texts("RegionNames");
    boolean all = Boolean.TRUE.equals(call.input().bool("AllRegions"));
    for (String name : names) {
      if (!REGIONS.containsKey(name)) {
        throw Ec2Errors.invalidValue("Invalid region '" + name + "'");
      }
    }
    List<Structure> found = new ArrayList<>();
    for (Region region : REGIONS.values()) {
      boolean wanted =
          names.isEmpty()
              ? all || !region.isOptional || region.name.equals(state.context.region())
              : names.contains(region.name);
      if (wanted) {
        found.add(
            Structures.of(
                Params.of(
                    "OptInStatus",
                    !region.isOptional
                        ? "opt-in-not-required"
                        : region.name.equals(state.context.region()) ? "opted-in" : "not-opted-in",
                    "RegionName",
                    region.name,
                    "Endpoint",
                    "ec2." + region.name + ".amazonaws.com")));
      }
    }
    return Params.of("Regions", REGION_FILTERS.apply(call.input(), found));
  }

  private Map<String, ?> zones(EngineCall call) {
    String region = state.context.region();
    List<String> names = call.input().texts("ZoneNames");
    List<String> ids = call.input().texts("ZoneIds");
    List<String> unknown = new ArrayList<>(names);
    List<Structure> found = new ArrayList<>();
    for (Zone zone : of(region)) {
      unknown.remove(zone.name);
      if ((names.isEmpty() || names.contains(zone.name))
          && (ids.isEmpty() || ids.contains(zone.id))) {
        found.add(
            Structures.of(
                Params.of(
                    "OptInStatus",
                    "opt-in-not-required",
                    "Messages",
                    List.of(),
                    "RegionName",
                    region,
                    "ZoneName",
                    zone.name,
                    "ZoneId",
                    zone.id,
                    "GroupName",
                    region + "-zg-1",
                    "NetworkBorderGroup",
                    region,
                    "ZoneType",
                    "availability-zone",
                    "State",
                    "available")));
      }
    }
    if (!unknown.isEmpty()) {
      throw Ec2Errors.invalidValue("Invalid availability zone: [" + unknown.get(0) + "]");
    }
    return Params.of("AvailabilityZones", ZONE_FILTERS.apply(call.input(), found));
  }
}
