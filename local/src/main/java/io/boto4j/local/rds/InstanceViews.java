package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DB instances as answers describe them. */
final class InstanceViews {
  /** Members that instances of a cluster have from it, under the names of the cluster. */
  private static final List<String> OF_CLUSTER =
      List.of(
          "EngineVersion",
          "MasterUsername",
          "BackupRetentionPeriod",
          "PreferredBackupWindow",
          "StorageEncrypted",
          "KmsKeyId",
          "CharacterSetName",
          "VpcSecurityGroups",
          "StorageType",
          "IAMDatabaseAuthenticationEnabled");

  private final RdsState state;
  private final MasterSecrets secrets;

  InstanceViews(RdsState state, MasterSecrets secrets) {
    this.state = state;
    this.secrets = secrets;
  }

  /** Returns an instance, with the status of its secret; null for the present one. */
  Params view(Structure instance, @Nullable String secretStatus) {
    Params view = state.instances.view(instance);
    if ("creating".equals(instance.text("DBInstanceStatus"))) {
      view = view.without("Endpoint").without("InstanceCreateTime");
    }
    Integer days = instance.integer("BackupRetentionPeriod");
    if (days != null && days > 0 && instance.text("DBClusterIdentifier") == null) {
      view = view.with("LatestRestorableTime", state.now());
    }
    Structure subnets =
        state.subnetGroups.find(instance.text("DBSubnetGroup", "DBSubnetGroupName"));
    if (subnets != null) {
      view = view.with("DBSubnetGroup", state.subnetGroups.view(subnets));
    }
    Structure secret = instance.structure("MasterUserSecret");
    if (secret != null) {
      view = view.with("MasterUserSecret", secrets.view(secret, secretStatus));
    }
    Integer most = instance.integer("MaxAllocatedStorage");
    Integer now = instance.integer("AllocatedStorage");
    if (most != null && now != null && most <= now) {
      view = view.without("MaxAllocatedStorage");
    }
    Structure cluster = state.clusters.find(instance.text("DBClusterIdentifier"));
    return cluster == null ? view : ofCluster(view, cluster);
  }

  Params view(Structure instance) {
    return view(instance, null);
  }

  private static Params ofCluster(Params view, Structure cluster) {
    Params merged = view.without("MasterUserSecret");
    for (String member : OF_CLUSTER) {
      Object value = cluster.get(member);
      merged = value == null ? merged : merged.with(member, value);
    }
    Object name = cluster.get("DatabaseName");
    return name == null ? merged.without("DBName") : merged.with("DBName", name);
  }
}
