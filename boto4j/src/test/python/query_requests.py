"""Calls botocore's clients of query and EC2 services over a stubbed HTTP layer, and prints what it sent and understood.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base \\
        python3 query_requests.py > ../resources/io/boto4j/botocore-query.json

As json_requests.py, which says how values are written that JSON has no word for. SimpleDB is not signed,
since its old signature would go into the body. The services querytest and ec2test are made up, to have every trait at hand;
their models stand beside the result.
"""

import json
import os
import sys
from decimal import Decimal

from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError
from json_requests import INF, NAN, SESSION, WHEN, call, plain, text

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/io/boto4j/query-models")
POLICY = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
ODD = "\u00fc\u20ac\U0001f600 a+b&c=d%~*'()!/:;\u0000\t\n\"<>"

EVERYTHING = {
    "Text": ODD, "Renamed": "r", "Special": "s", "Whole": -1, "Big": 2 ** 53 + 1, "Single": 0.5, "Double": 1e-7,
    "Yes": True, "Bytes": b"\x00\xff\xfe>?", "Time": WHEN, "UnixTime": WHEN, "HttpTime": WHEN, "List": ["a", "b"],
    "NamedList": ["c"], "FlatList": ["d", "e"], "FlatNamed": [1, 2], "RenamedFlatNamed": [{"Text": "f"}, {"Whole": 3}],
    "Lists": [["g"], [], ["h", "i"]], "Structures": [{"List": ["j"]}, {}], "Map": {"k": 1, "l m": 2},
    "NamedMap": {"n": {"Text": "o"}, "p": {"FlatList": ["q"]}}, "FlatMap": {"r": "s", "t": ""},
    "FlatNamedMap": {"u": ["v", "w"]}, "Nested": {"Nested": {"RenamedFlatNamed": [{"FlatNamed": [4]}]}},
    "Choice": {"Other": 5}, "Type": "x", "ByShape": ["y"],
}

REQUESTS = [
    ("rds-create", "rds", "CreateDBInstance", {
        "DBInstanceIdentifier": "db-1", "DBInstanceClass": "db.t3.micro", "Engine": "postgres", "AllocatedStorage": 20,
        "MasterUsername": "admin", "MasterUserPassword": "p&ss w\u00f6rd+%", "MultiAZ": False,
        "VpcSecurityGroupIds": ["sg-1", "sg-2"], "Tags": [{"Key": "k", "Value": "v 1"}, {"Key": "e", "Value": ""}]}),
    ("rds-describe", "rds", "DescribeDBInstances", {}),
    ("rds-describe-order", "rds", "DescribeDBInstances", {"MaxRecords": 20, "DBInstanceIdentifier": "x", "Marker": "m"}),
    ("rds-filters", "rds", "DescribeDBInstances", {"Filters": [
        {"Name": "db-cluster-id", "Values": ["a", "b"]}, {"Values": ["c"], "Name": "engine"}]}),
    ("rds-empty-list", "rds", "DescribeDBInstances", {"Filters": []}),
    ("rds-modify", "rds", "ModifyDBInstance", {"DBInstanceIdentifier": "x", "DBSecurityGroups": [],
                                               "ApplyImmediately": True}),
    ("rds-parameters", "rds", "ModifyDBParameterGroup", {"DBParameterGroupName": "g", "Parameters": [
        {"ParameterName": "max_connections", "ParameterValue": "{DBInstanceClassMemory/9531392}",
         "ApplyMethod": "pending-reboot"}]}),
    ("rds-restore", "rds", "RestoreDBInstanceToPointInTime", {
        "SourceDBInstanceIdentifier": "a", "TargetDBInstanceIdentifier": "b", "RestoreTime": WHEN}),
    ("rds-restore-micros", "rds", "RestoreDBInstanceToPointInTime", {
        "TargetDBInstanceIdentifier": "b", "RestoreTime": WHEN.replace(microsecond=120)}),
    ("rds-aurora", "rds", "ModifyDBCluster", {
        "DBClusterIdentifier": "c", "ServerlessV2ScalingConfiguration": {"MinCapacity": 0.5, "MaxCapacity": 128.0}}),
    ("rds-log-types", "rds", "ModifyDBInstance", {"DBInstanceIdentifier": "x", "CloudwatchLogsExportConfiguration": {
        "EnableLogTypes": ["audit"], "DisableLogTypes": []}}),
    ("iam-list-users", "iam", "ListUsers", {"PathPrefix": "/division/", "MaxItems": 10}),
    ("iam-create-role", "iam", "CreateRole", {"RoleName": "r", "AssumeRolePolicyDocument": POLICY, "Path": "/x/",
                                              "Tags": [{"Key": "a", "Value": "b"}]}),
    ("iam-simulate", "iam", "SimulatePrincipalPolicy", {
        "PolicySourceArn": "arn:aws:iam::123456789012:user/u", "ActionNames": ["s3:GetObject", "s3:*"],
        "ContextEntries": [{"ContextKeyName": "aws:x", "ContextKeyValues": ["1"], "ContextKeyType": "numeric"}]}),
    ("iam-no-input", "iam", "GetAccountSummary", {}),
    ("sts-identity", "sts", "GetCallerIdentity", {}),
    ("sts-assume", "sts", "AssumeRole", {
        "RoleArn": "arn:aws:iam::123456789012:role/demo", "RoleSessionName": "session", "DurationSeconds": 900,
        "PolicyArns": [{"arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}], "TransitiveTagKeys": ["t"],
        "Policy": POLICY}),
    ("sts-saml", "sts", "AssumeRoleWithSAML", {"RoleArn": "arn:aws:iam::123456789012:role/demo",
                                               "PrincipalArn": "arn:aws:iam::123456789012:saml/provider",
                                               "SAMLAssertion": "PHNhbWw+/=="}),
    ("sns-publish", "sns", "Publish", {"TopicArn": "arn:aws:sns:eu-west-1:123456789012:t", "Message": ODD,
                                       "MessageAttributes": {
                                           "n": {"DataType": "Number", "StringValue": "1"},
                                           "b": {"DataType": "Binary", "BinaryValue": b"\xff\x00>"}}}),
    ("sns-batch", "sns", "PublishBatch", {"TopicArn": "arn", "PublishBatchRequestEntries": [
        {"Id": "1", "Message": "m", "MessageAttributes": {"k": {"DataType": "String", "StringValue": "v"}}},
        {"Id": "2", "Message": "n"}]}),
    ("sns-create", "sns", "CreateTopic", {"Name": "t.fifo", "Attributes": {"FifoTopic": "true", "DisplayName": "a b"}}),
    ("sns-create-empty", "sns", "CreateTopic", {"Name": "t", "Attributes": {}, "Tags": []}),
    ("cfn-create", "cloudformation", "CreateStack", {
        "StackName": "s", "TemplateBody": '{"Resources": {}}\n', "Capabilities": ["CAPABILITY_IAM"],
        "Parameters": [{"ParameterKey": "k", "UsePreviousValue": True}, {"ParameterKey": "l", "ParameterValue": "v"}],
        "RollbackConfiguration": {"RollbackTriggers": [], "MonitoringTimeInMinutes": 5}, "TimeoutInMinutes": 30}),
    ("cfn-resources", "cloudformation", "SignalResource", {
        "StackName": "s", "LogicalResourceId": "l", "UniqueId": "u", "Status": "SUCCESS"}),
    ("asg-create", "autoscaling", "CreateAutoScalingGroup", {
        "AutoScalingGroupName": "g", "MinSize": 0, "MaxSize": 3, "AvailabilityZones": ["eu-west-1a", "eu-west-1b"],
        "LaunchTemplate": {"LaunchTemplateId": "lt-1", "Version": "$Latest"},
        "Tags": [{"Key": "k", "Value": "v", "PropagateAtLaunch": True}]}),
    ("asg-policy", "autoscaling", "PutScalingPolicy", {
        "AutoScalingGroupName": "g", "PolicyName": "p", "PolicyType": "StepScaling",
        "StepAdjustments": [{"MetricIntervalLowerBound": 0.0, "MetricIntervalUpperBound": 1e22,
                             "ScalingAdjustment": -1}, {"MetricIntervalLowerBound": 1.1, "ScalingAdjustment": 2}]}),
    ("asg-schedule", "autoscaling", "PutScheduledUpdateGroupAction", {
        "AutoScalingGroupName": "g", "ScheduledActionName": "a", "StartTime": WHEN, "Recurrence": "0 8 * * *"}),
    ("elb-create", "elb", "CreateLoadBalancer", {"LoadBalancerName": "l", "Listeners": [
        {"Protocol": "http", "LoadBalancerPort": 80, "InstancePort": 8080}], "Subnets": []}),
    ("elbv2-describe", "elbv2", "DescribeTargetHealth", {"TargetGroupArn": "arn", "Targets": [{"Id": "i-1", "Port": 1}]}),
    ("ses-send", "ses", "SendEmail", {
        "Source": "a@example.com", "Destination": {"ToAddresses": ["b@example.com", "c@example.com"]},
        "Message": {"Subject": {"Data": "\u00dcber", "Charset": "UTF-8"}, "Body": {"Text": {"Data": "Zeile 1\r\nZeile 2"}}}}),
    ("ses-raw", "ses", "SendRawEmail", {"RawMessage": {"Data": b"From: a\r\n\r\n\xfc"}}),
    ("sdb-put", "sdb", "PutAttributes", {"DomainName": "d", "ItemName": "i", "Attributes": [
        {"Name": "a", "Value": "1", "Replace": True}, {"Name": "b", "Value": "2"}], "Expected": {"Name": "a", "Exists": False}}),
    ("sdb-batch", "sdb", "BatchPutAttributes", {"DomainName": "d", "Items": [
        {"Name": "i", "Attributes": [{"Name": "a", "Value": "1"}]}]}),
    ("sdb-get", "sdb", "GetAttributes", {"DomainName": "d", "ItemName": "i", "AttributeNames": ["a", "b"],
                                         "ConsistentRead": True}),
    ("redshift-idc", "redshift", "CreateRedshiftIdcApplication", {
        "IdcInstanceArn": "a", "RedshiftIdcApplicationName": "n", "IdcDisplayName": "d", "IamRoleArn": "r",
        "ServiceIntegrations": [{"LakeFormation": [{"LakeFormationQuery": {"Authorization": "Enabled"}}]}]}),
    ("ec2-describe", "ec2", "DescribeInstances", {"InstanceIds": ["i-1", "i-2"], "MaxResults": 5}),
    ("ec2-describe-filters", "ec2", "DescribeInstances", {"Filters": [
        {"Name": "tag:Name", "Values": ["a b", "c*"]}, {"Name": "instance-state-name", "Values": ["running"]}],
        "DryRun": False}),
    ("ec2-empty-list", "ec2", "DescribeInstances", {"InstanceIds": [], "Filters": [{"Name": "x", "Values": []}]}),
    ("ec2-run", "ec2", "RunInstances", {
        "ImageId": "ami-1", "MinCount": 1, "MaxCount": 2, "InstanceType": "t3.micro", "SecurityGroupIds": ["sg-1"],
        "ClientToken": "token", "EbsOptimized": True, "Monitoring": {"Enabled": True},
        "IamInstanceProfile": {"Name": "p"}, "InstanceMarketOptions": {"MarketType": "spot", "SpotOptions": {
            "ValidUntil": WHEN}},
        "BlockDeviceMappings": [{"DeviceName": "/dev/sda1", "Ebs": {"VolumeSize": 8, "DeleteOnTermination": True}},
                                {"DeviceName": "/dev/sdb", "NoDevice": ""}],
        "NetworkInterfaces": [{"DeviceIndex": 0, "Groups": ["sg-2"], "Ipv6Addresses": [{"Ipv6Address": "::1"}],
                               "AssociatePublicIpAddress": True}],
        "TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "k", "Value": "v"}]}]}),
    ("ec2-tags", "ec2", "CreateTags", {"Resources": ["i-1", "vol-2"], "Tags": [
        {"Key": "Name", "Value": "\u00fcber"}, {"Key": "empty", "Value": ""}]}),
    ("ec2-ingress", "ec2", "AuthorizeSecurityGroupIngress", {"GroupId": "sg-1", "IpPermissions": [
        {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "0.0.0.0/0", "Description": "d"}]}]}),
    ("ec2-types", "ec2", "DescribeInstanceTypes", {"InstanceTypes": ["t3.micro", "t3.small"]}),
    ("ec2-import-key", "ec2", "ImportKeyPair", {"KeyName": "k", "PublicKeyMaterial": b"ssh-rsa AAA\xff"}),
    ("ec2-addresses", "ec2", "AssignIpv6Addresses", {"NetworkInterfaceId": "eni-1", "Ipv6Addresses": ["::1"]}),
    ("all-query", "querytest", "Everything", EVERYTHING),
    ("all-ec2", "ec2test", "Everything", EVERYTHING),
    ("empty-query", "querytest", "Everything", {
        "List": [], "NamedList": [], "FlatList": [], "FlatNamed": [], "Lists": [[], []], "Map": {}, "FlatMap": {},
        "Nested": {}, "Structures": [], "Text": "", "Bytes": b""}),
    ("empty-ec2", "ec2test", "Everything", {
        "List": [], "NamedList": [], "FlatList": [], "Lists": [[], []], "Map": {}, "Nested": {}, "Text": ""}),
    ("path-in-model", "querytest", "Unwrapped", {}),
    ("no-input-ec2", "ec2test", "Silent", {}),
    *[("float-" + str(value), "querytest", "Everything", {"Double": value}) for value in (
        NAN, INF, -INF, 0.0, -0.0, 1.0, 100.0, 0.1, 1e16, 123456789012345680.0, 1e-5, 0.0001, 1.5e300, 5e-324)],
    *[("number-" + str(value), "querytest", "Everything", {"Double": value}) for value in (
        1, 10 ** 17, Decimal("1.50"), Decimal("1E+2"))],
    *[("time-" + str(index), "querytest", "Everything", {"Time": value, "UnixTime": value, "HttpTime": value})
      for index, value in enumerate((0, 1.5, "2026-01-02T03:04:05+02:00", "1767323045", WHEN.replace(microsecond=1)))],
    ("blob-text", "querytest", "Everything", {"Bytes": "\u00fc"}),
]


def aws(name, service, operation, body, status=200, params=None, headers=None):
    if isinstance(body, str):
        body = body.encode()
    return name, service, operation, params or {}, status, headers or {"Content-Type": "text/xml"}, body


def result(name, service, operation, fields, params=None, request_id="id-" + "1"):
    ns = f"http://{service}.amazonaws.com/doc/2014-10-31/"
    return aws(name, service, operation,
               f'<{operation}Response xmlns="{ns}"><{operation}Result>{fields}</{operation}Result>'
               f"<ResponseMetadata><RequestId>{request_id}</RequestId></ResponseMetadata></{operation}Response>",
               params=params)


def all_query(name, fields, attributes=""):
    return aws(name, "querytest", "Everything",
               f"<R{attributes}><EverythingResult{attributes}>{fields}</EverythingResult>"
               "<ResponseMetadata><RequestId>q-1</RequestId></ResponseMetadata></R>")


def all_ec2(name, fields):
    return aws(name, "ec2test", "Everything", f"<EverythingResponse><requestId>e-1</requestId>{fields}</EverythingResponse>")


def error(name, service, operation, body, status=400, params=None, headers=None):
    return aws(name, service, operation, body, status, params, headers)


FIELDS = [
    ("text", "<Text>a &amp; b &lt;c&gt; &#xfc;&#8364;&#x1F600; &quot;&apos;</Text>"),
    ("text-blank", "<Text>  a \n b\t</Text>"),
    ("text-empty", "<Text></Text>"),
    ("text-empty-tag", "<Text/>"),
    ("text-blanks-only", "<Text>  </Text>"),
    ("text-cdata", "<Text>a<![CDATA[<b>&amp;]]>c]]&gt;</Text>"),
    ("text-comment", "<Text>a<!-- no -->b<?no x?>c</Text>"),
    ("text-line-ends", "<Text>a\r\nb\rc&#13;d</Text>"),
    ("text-with-child", "<Text>a<b>c</b>d</Text>"),
    ("text-unicode", "<Text>\u00fc\u20ac\U0001f600</Text>"),
    ("text-attributes", '<Text a="1" b=\'>\'>x</Text>'),
    ("renamed", "<renamed>r</renamed><Renamed>no</Renamed>"),
    ("special", "<special>s</special><VerySpecial>no</VerySpecial>"),
    ("prefixed", '<x:Text xmlns:x="u">p</x:Text>'),
    ("wrong-case", "<text>t</text>"),
    ("unknown", "<New><Deep>1</Deep></New><Text>t</Text><Newer/>"),
    ("order", "<Yes>true</Yes><Whole>1</Whole><Text>t</Text>"),
    ("numbers", "<Whole>-5</Whole><Big>9007199254740993</Big><Single>1.5</Single><Double>1e-7</Double>"),
    ("numbers-blanks", "<Whole> 5\n</Whole><Double> 5 </Double>"),
    ("numbers-plus", "<Whole>+5</Whole><Big>007</Big>"),
    ("numbers-bounds", "<Whole>-2147483648</Whole><Big>-9223372036854775808</Big>"),
    ("numbers-odd", "<Single>NaN</Single><Double>-Infinity</Double>"),
    ("whole-empty", "<Whole/>"),
    ("whole-fraction", "<Whole>1.5</Whole>"),
    ("whole-text", "<Whole>many</Whole>"),
    ("double-text", "<Double>many</Double>"),
    ("double-empty", "<Double/>"),
    ("bool-false", "<Yes>false</Yes>"),
    ("bool-upper", "<Yes>True</Yes>"),
    ("bool-blank", "<Yes> true </Yes>"),
    ("bool-one", "<Yes>1</Yes>"),
    ("bool-empty", "<Yes/>"),
    ("blob", "<Bytes>AP8+Pw==</Bytes>"),
    ("blob-empty", "<Bytes/>"),
    ("blob-lines", "<Bytes>\n AP8+\n Pw==\n</Bytes>"),
    ("times", "<Time>2026-01-02T03:04:05Z</Time><UnixTime>1767323045</UnixTime><HttpTime>Fri, 02 Jan 2026 03:04:05 GMT</HttpTime>"),
    ("times-other-form", "<Time>1767323045.5</Time><UnixTime>2026-01-02T03:04:05.123Z</UnixTime><HttpTime>2026-01-02</HttpTime>"),
    ("times-zone", "<Time>2026-01-02T03:04:05+02:00</Time>"),
    ("time-empty", "<Time/>"),
    ("time-text", "<Time>yesterday</Time>"),
    ("list", "<List><member>a</member><member>b</member></List>"),
    ("list-any-name", "<List><member>a</member><item>b</item></List>"),
    ("list-empty", "<List/>"),
    ("list-empty-tags", "<List></List>"),
    ("list-blanks", "<List>\n  </List>"),
    ("list-one-empty", "<List><member/></List>"),
    ("list-named", "<namedList><item>a</item></namedList>"),
    ("list-flat", "<FlatList>a</FlatList><FlatList>b</FlatList>"),
    ("list-flat-one", "<FlatList>a</FlatList>"),
    ("list-flat-empty", "<FlatList/>"),
    ("list-flat-interleaved", "<FlatList>a</FlatList><Thing>1</Thing><Text>t</Text><FlatList>b</FlatList><Thing>2</Thing>"),
    ("list-flat-named", "<Thing>1</Thing><Thing>2</Thing>"),
    ("list-flat-named-by-member", "<FlatNamed>1</FlatNamed>"),
    ("list-flat-renamed", "<OtherThing><Text>a</Text></OtherThing><OtherThing><Whole>2</Whole></OtherThing>"),
    ("list-flat-renamed-by-member", "<renamedFlat><Text>a</Text></renamedFlat>"),
    ("list-lists", "<Lists><member><member>a</member></member><member/><member><member>b</member></member></Lists>"),
    ("list-structures", "<Structures><member><Text>a</Text></member><member/></Structures>"),
    ("map", "<Map><entry><key>a</key><value>1</value></entry><entry><value>2</value><key>b</key></entry></Map>"),
    ("map-same-key", "<Map><entry><key>a</key><value>1</value></entry><entry><key>a</key><value>2</value></entry></Map>"),
    ("map-empty", "<Map/>"),
    ("map-empty-value", "<FlatMap><key>a</key><value/></FlatMap>"),
    ("map-named", "<NamedMap><entry><Name>a</Name><Setting><Text>t</Text></Setting></entry></NamedMap>"),
    ("map-flat", "<FlatMap><key>a</key><value>1</value></FlatMap><FlatMap><key>b</key><value>2</value></FlatMap>"),
    ("map-flat-one", "<FlatMap><key>a</key><value>1</value></FlatMap>"),
    ("map-flat-named", "<flatNamed><K>a</K><V><member>b</member></V></flatNamed>"),
    ("map-no-key", "<Map><entry><value>1</value></entry></Map>"),
    ("nested", "<Nested><Nested><FlatList>a</FlatList></Nested></Nested>"),
    ("nested-empty", "<Nested/>"),
    ("nested-twice", "<Nested><Text>a</Text></Nested><Nested><Text>b</Text></Nested>"),
    ("choice", "<Choice><other>5</other></Choice>"),
    ("choice-unknown", "<Choice><Newest><x/></Newest></Choice>"),
    ("choice-two", "<Choice><One>1</One><other>5</other></Choice>"),
    ("choice-none", "<Choice/>"),
    ("choice-type", "<Choice><__type>t</__type><One>1</One></Choice>"),
    ("attribute", '<Nested xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="&lt;T&gt;"/>'),
    ("attribute-other-prefix", '<Nested xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="T"><Text>a</Text></Nested>'),
    ("attribute-no-prefix", '<Nested type="T"/>'),
    ("named-by-shape", "<FromShape><member>a</member></FromShape>"),
    ("named-by-shape-own-name", "<ByShape><member>a</member></ByShape>"),
    ("mismatched", "<Text>a</Txt>"),
    ("unknown-entity", "<Text>&nbsp;</Text>"),
    ("bare-ampersand", "<Text>a & b</Text>"),
    ("control-character", "<Text>a\u0001</Text>"),
    ("control-reference", "<Text>&#1;</Text>"),
]

EC2_INSTANCES = """<?xml version="1.0" encoding="UTF-8"?>
<DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
    <requestId>8f7724cf-496f-496e-8fe3-example</requestId>
    <reservationSet>
        <item>
            <reservationId>r-1234567890abcdef0</reservationId>
            <ownerId>123456789012</ownerId>
            <groupSet/>
            <instancesSet>
                <item>
                    <instanceId>i-1234567890abcdef0</instanceId>
                    <imageId>ami-bff32ccc</imageId>
                    <instanceState><code>16</code><name>running</name></instanceState>
                    <privateDnsName>ip-192-168-1-88.eu-west-1.compute.internal</privateDnsName>
                    <reason/>
                    <keyName>my_keypair</keyName>
                    <amiLaunchIndex>0</amiLaunchIndex>
                    <productCodes/>
                    <instanceType>t2.micro</instanceType>
                    <launchTime>2026-05-08T16:46:19.000Z</launchTime>
                    <placement><availabilityZone>eu-west-1c</availabilityZone><groupName/><tenancy>default</tenancy></placement>
                    <monitoring><state>disabled</state></monitoring>
                    <sourceDestCheck>true</sourceDestCheck>
                    <groupSet>
                        <item><groupId>sg-e4076980</groupId><groupName>SecurityGroup1</groupName></item>
                        <item><groupId>sg-2</groupId><groupName>Two</groupName></item>
                    </groupSet>
                    <blockDeviceMapping>
                        <item><deviceName>/dev/xvda</deviceName><ebs><volumeId>vol-1</volumeId><status>attached</status>
                            <attachTime>2026-12-22T10:44:09.000Z</attachTime><deleteOnTermination>true</deleteOnTermination></ebs></item>
                    </blockDeviceMapping>
                    <tagSet><item><key>Name</key><value>Server_1 &amp; more</value></item><item><key>e</key><value/></item></tagSet>
                    <networkInterfaceSet>
                        <item><networkInterfaceId>eni-551ba033</networkInterfaceId><description>Primary</description>
                            <attachment><deviceIndex>0</deviceIndex><status>attached</status></attachment>
                            <privateIpAddressesSet><item><privateIpAddress>192.168.1.88</privateIpAddress><primary>true</primary></item></privateIpAddressesSet>
                            <ipv6AddressesSet><item><ipv6Address>2001:db8::1</ipv6Address></item></ipv6AddressesSet></item>
                    </networkInterfaceSet>
                    <ebsOptimized>false</ebsOptimized>
                    <futureThing><item>1</item></futureThing>
                </item>
            </instancesSet>
        </item>
        <item><reservationId>r-2</reservationId><instancesSet/></item>
    </reservationSet>
    <nextToken>abc==</nextToken>
</DescribeInstancesResponse>
"""

DB_INSTANCE = """
<DBInstances><DBInstance>
  <BackupRetentionPeriod>7</BackupRetentionPeriod>
  <DBInstanceStatus>available</DBInstanceStatus>
  <MultiAZ>false</MultiAZ>
  <VpcSecurityGroups><VpcSecurityGroupMembership><Status>active</Status><VpcSecurityGroupId>sg-1</VpcSecurityGroupId></VpcSecurityGroupMembership></VpcSecurityGroups>
  <DBInstanceIdentifier>mysqldb</DBInstanceIdentifier>
  <PreferredBackupWindow>07:04-07:34</PreferredBackupWindow>
  <PendingModifiedValues/>
  <EngineVersion>8.0.35</EngineVersion>
  <LatestRestorableTime>2026-05-15T18:00:00Z</LatestRestorableTime>
  <DBSubnetGroup><Subnets>
    <Subnet><SubnetStatus>Active</SubnetStatus><SubnetIdentifier>subnet-1</SubnetIdentifier><SubnetAvailabilityZone><Name>eu-west-1a</Name></SubnetAvailabilityZone></Subnet>
    <Subnet><SubnetStatus>Active</SubnetStatus><SubnetIdentifier>subnet-2</SubnetIdentifier></Subnet>
  </Subnets><DBSubnetGroupName>default</DBSubnetGroupName></DBSubnetGroup>
  <ReadReplicaDBInstanceIdentifiers/>
  <DBParameterGroups><DBParameterGroup><ParameterApplyStatus>in-sync</ParameterApplyStatus><DBParameterGroupName>default.mysql8.0</DBParameterGroupName></DBParameterGroup></DBParameterGroups>
  <Endpoint><Port>3306</Port><Address>mysqldb.example.eu-west-1.rds.amazonaws.com</Address></Endpoint>
  <AllocatedStorage>20</AllocatedStorage>
  <OptionGroupMemberships><OptionGroupMembership><OptionGroupName>default:mysql-8-0</OptionGroupName><Status>in-sync</Status></OptionGroupMembership></OptionGroupMemberships>
  <InstanceCreateTime>2026-05-02T22:58:13.123Z</InstanceCreateTime>
  <TagList><Tag><Key>env</Key><Value>dev</Value></Tag></TagList>
</DBInstance><DBInstance><DBInstanceIdentifier>two</DBInstanceIdentifier></DBInstance></DBInstances><Marker>m</Marker>
"""

ASSUME = {"RoleArn": "arn:aws:iam::123456789012:role/demo", "RoleSessionName": "session"}
PUBLISH = {"TopicArn": "arn:aws:sns:eu-west-1:123456789012:t", "Message": "m"}

ANSWERS = [
    result("rds-describe", "rds", "DescribeDBInstances", DB_INSTANCE),
    result("rds-none", "rds", "DescribeDBInstances", "<DBInstances/>"),
    result("rds-nothing", "rds", "DescribeDBInstances", ""),
    result("rds-events", "rds", "DescribeEvents",
           "<Events><Event><Message>DB instance restarted</Message><SourceType>db-instance</SourceType><EventCategories/>"
           "<Date>2026-08-01T09:16:20.155Z</Date></Event></Events>"),
    result("iam-list-users", "iam", "ListUsers",
           "<Users><member><UserId>AID2</UserId><Path>/division/</Path><UserName>Andrew</UserName>"
           "<Arn>arn:aws:iam::123456789012:user/division/Andrew</Arn><CreateDate>2026-03-08T19:03:23Z</CreateDate></member>"
           "<member><UserId>AID3</UserId><UserName>J\u00fcrgen</UserName></member></Users><IsTruncated>false</IsTruncated>"),
    result("iam-list-users-truncated", "iam", "ListUsers",
           "<IsTruncated>true</IsTruncated><Marker>AAA+/=</Marker><Users><member><UserName>u</UserName></member></Users>"),
    result("iam-credential-report", "iam", "GetCredentialReport",
           "<Content>dXNlcixhcm4K</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-03-08T19:03:23Z</GeneratedTime>"),
    result("iam-summary", "iam", "GetAccountSummary",
           "<SummaryMap><entry><key>Users</key><value>32</value></entry><entry><key>Groups</key><value>7</value></entry></SummaryMap>"),
    aws("iam-no-output", "iam", "DeleteUser", '<DeleteUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">'
        "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DeleteUserResponse>", params={"UserName": "u"}),
    result("sts-assume", "sts", "AssumeRole",
           "<AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/demo/s</Arn><AssumedRoleId>ARO:s</AssumedRoleId></AssumedRoleUser>"
           "<Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>wJalr/EXAMPLE</SecretAccessKey>"
           "<SessionToken>AQo\n+/==</SessionToken><Expiration>2026-11-09T13:34:41Z</Expiration></Credentials>"
           "<PackedPolicySize>6</PackedPolicySize>", ASSUME),
    result("sts-identity", "sts", "GetCallerIdentity",
           "<Arn>arn:aws:iam::123456789012:user/u</Arn><UserId>AID</UserId><Account>123456789012</Account>"),
    result("sns-attributes", "sns", "GetTopicAttributes",
           "<Attributes><entry><key>Owner</key><value>123456789012</value></entry><entry><key>Policy</key>"
           "<value>{&quot;Version&quot;:&quot;2008-10-17&quot;}</value></entry><entry><key>DisplayName</key><value/></entry></Attributes>",
           {"TopicArn": "arn"}),
    result("sns-publish", "sns", "Publish", "<MessageId>m-1</MessageId>", PUBLISH),
    result("cfn-describe", "cloudformation", "DescribeStacks",
           "<Stacks><member><StackName>s</StackName><StackId>arn</StackId><CreationTime>2026-07-27T22:26:28Z</CreationTime>"
           "<StackStatus>CREATE_COMPLETE</StackStatus><DisableRollback>false</DisableRollback><NotificationARNs/>"
           "<Outputs><member><OutputKey>k</OutputKey><OutputValue>v</OutputValue></member></Outputs></member></Stacks>"),
    result("asg-policies", "autoscaling", "DescribePolicies",
           "<ScalingPolicies><member><PolicyName>p</PolicyName><StepAdjustments><member><MetricIntervalLowerBound>0.0"
           "</MetricIntervalLowerBound><ScalingAdjustment>-1</ScalingAdjustment></member></StepAdjustments></member></ScalingPolicies>"),
    result("ses-quota", "ses", "GetSendQuota",
           "<SentLast24Hours>127.0</SentLast24Hours><Max24HourSend>200.0</Max24HourSend><MaxSendRate>1</MaxSendRate>"),
    result("redshift-union", "redshift", "DescribeRedshiftIdcApplications",
           "<RedshiftIdcApplications><member><ServiceIntegrations><member><LakeFormation><member><LakeFormationQuery>"
           "<Authorization>Enabled</Authorization></LakeFormationQuery></member></LakeFormation></member>"
           "<member><FutureService><x>1</x></FutureService></member></ServiceIntegrations></member></RedshiftIdcApplications>"),
    result("elasticache-by-shape", "elasticache", "DescribeReplicationGroups",
           "<ReplicationGroups><ReplicationGroup><PendingModifiedValues><PendingLogDeliveryConfiguration><member><LogType>slow-log"
           "</LogType></member></PendingLogDeliveryConfiguration></PendingModifiedValues></ReplicationGroup></ReplicationGroups>"),
    result("sdb-get", "sdb", "GetAttributes",
           "<Attribute><Name>a</Name><Value>1</Value></Attribute><Attribute><Name>a</Name><Value>2</Value></Attribute>",
           {"DomainName": "d", "ItemName": "i"}),
    result("sdb-list", "sdb", "ListDomains", "<DomainName>a</DomainName><DomainName>b</DomainName><NextToken>n</NextToken>"),
    aws("ec2-instances", "ec2", "DescribeInstances", EC2_INSTANCES),
    aws("ec2-none", "ec2", "DescribeInstances", "<DescribeInstancesResponse><requestId>r</requestId><reservationSet/></DescribeInstancesResponse>"),
    aws("ec2-id-last", "ec2", "DescribeRegions", "<R><regionInfo><item><regionName>eu-west-1</regionName></item></regionInfo><requestId>last</requestId></R>"),
    aws("ec2-no-id", "ec2", "DescribeRegions", "<R><regionInfo/></R>"),
    aws("ec2-no-output", "ec2", "CreateTags", "<CreateTagsResponse><requestId>r</requestId><return>true</return></CreateTagsResponse>",
        params={"Resources": ["i-1"], "Tags": [{"Key": "k", "Value": "v"}]}),
    aws("ec2-types", "ec2", "DescribeInstanceTypes",
        "<R><requestId>r</requestId><instanceTypeSet><item><instanceType>p4d</instanceType><hypervisor>nitro</hypervisor>"
        "<inferenceAcceleratorInfo><accelerators><item><count>1</count><name>I</name></item></accelerators></inferenceAcceleratorInfo>"
        "<vCpuInfo><validCores><item>1</item><item>2</item></validCores></vCpuInfo></item></instanceTypeSet></R>"),
    *[all_query("query-" + name, fields) for name, fields in FIELDS],
    *[all_ec2("ec2-" + name, fields) for name, fields in FIELDS],
    all_query("query-attributes", "<Text>t</Text>", ' xmlns="http://x" xmlns:y="z" y:a="1" b="2"'),
    aws("query-bom", "querytest", "Everything", b"\xef\xbb\xbf<R><EverythingResult/></R>"),
    aws("query-declared", "querytest", "Everything",
        '<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>\n<!-- c -->\n<R>\n<EverythingResult><Text>\u00fc</Text></EverythingResult>\n</R>\n<!-- d -->\n'),
    aws("query-blank-before-declaration", "querytest", "Everything", '\n<?xml version="1.0"?><R><EverythingResult/></R>'),
    aws("query-wrapper-second", "querytest", "Everything",
        "<R><ResponseMetadata><RequestId>first</RequestId></ResponseMetadata><EverythingResult><Text>t</Text></EverythingResult></R>"),
    aws("query-wrapper-twice", "querytest", "Everything",
        "<R><EverythingResult><Text>a</Text></EverythingResult><EverythingResult><Text>b</Text></EverythingResult></R>"),
    aws("query-no-wrapper", "querytest", "Everything", "<R><Text>a</Text></R>"),
    aws("query-other-wrapper", "querytest", "Everything", "<R><OtherResult><Text>a</Text></OtherResult></R>"),
    aws("query-unwrapped", "querytest", "Unwrapped",
        "<R><Text>a</Text><FlatList>1</FlatList><ResponseMetadata><RequestId>u</RequestId></ResponseMetadata><FlatList>2</FlatList></R>"),
    aws("query-silent", "querytest", "Silent", "<R/>"),
    aws("query-silent-members", "querytest", "Silent", "<R><Text>a</Text></R>"),
    aws("query-empty", "querytest", "Everything", ""),
    aws("query-html", "querytest", "Everything", "<html><body><p>Login<br></body></html>"),
    aws("query-truncated", "querytest", "Everything", "<R><EverythingResult><Text>a</Te"),
    aws("query-after-root", "querytest", "Everything", "<R><EverythingResult/></R>x"),
    aws("query-json", "querytest", "Everything", '{"Text": "a"}'),
    aws("query-bad-utf8", "querytest", "Everything", b"<R><EverythingResult><Text>\xff</Text></EverythingResult></R>"),
    aws("query-latin1", "querytest", "Everything", b'<?xml version="1.0" encoding="ISO-8859-1"?><R><EverythingResult><Text>\xfc</Text></EverythingResult></R>'),

    error("error-iam", "iam", "GetUser",
          '<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">\n  <Error>\n    <Type>Sender</Type>\n    <Code>NoSuchEntity</Code>\n'
          "    <Message>The user with name x cannot be found.</Message>\n  </Error>\n  <RequestId>r-1</RequestId>\n</ErrorResponse>\n", 404),
    error("error-sts", "sts", "AssumeRole",
          "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: u is not authorized &amp; so on</Message></Error>"
          "<RequestId>r-2</RequestId></ErrorResponse>", 403, ASSUME),
    error("error-rds-detail", "rds", "DescribeDBInstances",
          "<ErrorResponse><Error><Type>Sender</Type><Code>DBInstanceNotFound</Code><Message>m</Message><Detail><X>1</X><Y>2</Y></Detail></Error>"
          "<RequestId>r</RequestId></ErrorResponse>", 404),
    error("error-throttled", "rds", "DescribeDBInstances",
          "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error><RequestId>r</RequestId></ErrorResponse>"),
    error("error-ses-members", "ses", "DeleteConfigurationSet",
          "<ErrorResponse><Error><Type>Sender</Type><Code>ConfigurationSetDoesNotExist</Code><ConfigurationSetName>c</ConfigurationSetName>"
          "<Message>m</Message></Error><RequestId>r</RequestId></ErrorResponse>", 400, {"ConfigurationSetName": "c"}),
    error("error-ec2", "ec2", "DescribeInstances",
          '<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>InvalidInstanceID.Malformed</Code>'
          "<Message>Invalid id: \"x\"</Message></Error></Errors><RequestID>e-1</RequestID></Response>"),
    error("error-ec2-two", "ec2", "DescribeInstances",
          "<Response><Errors><Error><Code>First</Code><Message>1</Message></Error><Error><Code>Second</Code></Error></Errors>"
          "<RequestID>e-2</RequestID></Response>"),
    error("error-ec2-query-form", "ec2", "DescribeInstances",
          "<ErrorResponse><Error><Code>C</Code><Message>m</Message></Error><RequestId>q</RequestId></ErrorResponse>"),
    error("error-query-ec2-form", "querytest", "Silent",
          "<Response><Errors><Error><Code>C</Code><Message>m</Message></Error></Errors><RequestID>q</RequestID></Response>"),
    error("error-sdb", "sdb", "ListDomains",
          "<Response><Errors><Error><Code>NoSuchDomain</Code><Message>m</Message><BoxUsage>0.1</BoxUsage></Error></Errors><RequestID>s</RequestID></Response>"),
    error("error-members", "querytest", "Everything",
          "<ErrorResponse><Error><Type>Sender</Type><Code>InTrouble</Code><Message>m</Message><Depth>5</Depth>"
          "<Names><member>a</member></Names><Other>o</Other></Error><RequestId>r</RequestId></ErrorResponse>", 409),
    error("error-members-ec2", "ec2test", "Everything",
          "<Response><Errors><Error><Code>InTrouble</Code><Message>m</Message><Depth>5</Depth></Error></Errors><RequestID>r</RequestID></Response>", 409),
    error("error-members-broken", "querytest", "Everything",
          "<ErrorResponse><Error><Code>InTrouble</Code><Message>m</Message><Depth>deep</Depth></Error><RequestId>r</RequestId></ErrorResponse>", 409),
    error("error-lower-message", "querytest", "Everything",
          "<ErrorResponse><Error><Code>InTrouble</Code><message>m</message></Error><RequestId>r</RequestId></ErrorResponse>", 409),
    error("error-empty-message", "querytest", "Silent",
          "<ErrorResponse><Error><Code>C</Code><Message></Message></Error><RequestId>r</RequestId></ErrorResponse>"),
    error("error-no-message", "querytest", "Silent", "<ErrorResponse><Error><Code>C</Code></Error></ErrorResponse>"),
    error("error-no-code", "querytest", "Silent", "<ErrorResponse><Error><Message>m</Message></Error></ErrorResponse>", 418),
    error("error-nothing", "querytest", "Silent", "<ErrorResponse/>", 400),
    error("error-no-id", "querytest", "Silent",
          "<ErrorResponse><Error><Code>C</Code><Message>m</Message></Error></ErrorResponse>", headers={"x-amzn-RequestId": "header"}),
    error("error-html-503", "querytest", "Silent", "<html><body>503</body></html>", 503),
    error("error-empty-503", "querytest", "Silent", "", 503),
    error("error-blank-500", "ec2test", "Silent", " \n", 500),
    error("error-xml-500", "querytest", "Silent",
          "<ErrorResponse><Error><Code>InternalFailure</Code><Message>m</Message></Error><RequestId>r</RequestId></ErrorResponse>", 500),
    error("error-doctype-503", "querytest", "Silent", "<!DOCTYPE html><html><p></html>", 503),
    error("error-html-400", "querytest", "Silent", "<html><body>Bad</body></html>", 400),
    error("error-empty-400", "querytest", "Silent", "", 400),
    error("error-truncated", "querytest", "Silent", "<ErrorResponse><Error><Code>C</Code>", 400),
    error("error-text", "querytest", "Silent", "no such page\n", 404),
    error("error-json", "querytest", "Silent", '{"__type": "X"}', 400),
    error("error-redirect", "querytest", "Silent", "", 301),
]


def client(service):
    SESSION.set_credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    return SESSION.create_client(
        service, "eu-west-1", endpoint_url="http://localhost",
        config=Config(retries={"total_max_attempts": 1},
                      signature_version=UNSIGNED if service == "sdb" else None))


def request_fixture(name, service, operation, params):
    # The empty answer is no XML: what botocore says to that is of no interest here.
    sent, _ = call(client(service), operation, params)
    return {
        "id": name, "service": service, "operation": operation, "params": plain(params), "method": sent.method,
        "url": sent.url, "contentType": text(sent.headers["Content-Type"]), "body": text(sent.body),
    }


def answer_fixture(name, service, operation, params, status, headers, body):
    _, (parsed, error_raised) = call(client(service), operation, params, status, headers, body)
    fixture = {"id": name, "service": service, "operation": operation, "params": plain(params), "status": status,
               "headers": headers, "body": plain(body)}
    if isinstance(error_raised, ClientError):
        metadata = error_raised.response.pop("ResponseMetadata")
        if "Error" in error_raised.response:
            error_raised.response["Error"] = dict(sorted(error_raised.response["Error"].items()))
        fixture["error"] = plain(error_raised.response)
        fixture["message"] = str(error_raised).replace(" (reached max retries: 0)", "")
    elif error_raised is not None:
        fixture["failure"] = type(error_raised).__name__
        return fixture
    else:
        metadata = parsed.pop("ResponseMetadata")
        fixture["parsed"] = plain(parsed)
    fixture["requestId"] = metadata.get("RequestId")
    return fixture


def main():
    SESSION.get_component("data_loader").search_paths.append(MODELS)
    fixtures = {
        "requests": [request_fixture(*case) for case in REQUESTS],
        "answers": [answer_fixture(*case) for case in ANSWERS],
    }
    json.dump(fixtures, sys.stdout, indent=1, allow_nan=False, ensure_ascii=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
