"""Creates a database, stops and starts it, takes a snapshot, and deletes both; boto3 has no resources for that."""
import boto3

rds = boto3.client("rds")


def database():
    return rds.describe_db_instances(DBInstanceIdentifier="orders")["DBInstances"][0]


def wait_until_stopped():
    while database()["DBInstanceStatus"] != "stopped":
        pass


rds.create_db_instance(
    DBInstanceIdentifier="orders", Engine="mysql", DBInstanceClass="db.t3.micro", AllocatedStorage=20,
    MasterUsername="admin", MasterUserPassword="long-password")
available = rds.get_waiter("db_instance_available")
available.wait(DBInstanceIdentifier="orders", WaiterConfig={"Delay": 1})
print(database()["Engine"], database()["DBInstanceStatus"])

rds.stop_db_instance(DBInstanceIdentifier="orders")
wait_until_stopped()
print(database()["DBInstanceStatus"])
rds.start_db_instance(DBInstanceIdentifier="orders")
available.wait(DBInstanceIdentifier="orders", WaiterConfig={"Delay": 1})
print(database()["DBInstanceStatus"])

rds.create_db_snapshot(DBSnapshotIdentifier="before", DBInstanceIdentifier="orders")
rds.get_waiter("db_snapshot_available").wait(DBSnapshotIdentifier="before", WaiterConfig={"Delay": 1})
snapshot = rds.describe_db_snapshots(DBSnapshotIdentifier="before")["DBSnapshots"][0]
print(snapshot["DBSnapshotIdentifier"], snapshot["Status"])
for each in rds.describe_db_instances()["DBInstances"]:
    print(each["DBInstanceIdentifier"])
    rds.delete_db_instance(DBInstanceIdentifier=each["DBInstanceIdentifier"], SkipFinalSnapshot=True)
rds.get_waiter("db_instance_deleted").wait(DBInstanceIdentifier="orders", WaiterConfig={"Delay": 1})
rds.delete_db_snapshot(DBSnapshotIdentifier="before")
print("databases:", len(rds.describe_db_instances()["DBInstances"]))
