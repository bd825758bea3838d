"""Prints how the names of the AWS CLI differ from those of the models.

One line per difference, sorted:

    command SERVICE COMMAND                 the command of a service
    absent SERVICE OPERATION                the CLI does not have the operation
    argument SERVICE OPERATION MEMBER NAME  an argument has another name than its member
    negative SERVICE OPERATION MEMBER NAME  the option for false has another name than no-MEMBER
    json SERVICE OPERATION MEMBER           the argument does not have the form of its member

An operation with a required argument that is not a member is listed as absent.

Needs awscli 1. Usage: python3 cli_names.py > cli-names.txt
"""

import os

os.environ["AWS_DEFAULT_REGION"] = "us-east-1"

from awscli.clidriver import create_clidriver
from botocore import xform_name


# The CLI takes the bytes in an option of their own, even beside --cli-input-json.
HOISTED = {("translate", "ImportTerminology"), ("translate", "TranslateDocument")}


def plain(argument, member):
    return getattr(argument, "_serialized_name", None) == member and type(argument).__name__ in (
        "CLIArgument",
        "ListArgument",
        "BooleanArgument",
        "PositiveBooleanArgument",
        "PathArgument",
    )


def required_only_by_cli(argument):
    streaming = type(argument).__name__ == "StreamingOutputArgument"
    return argument.required and not streaming and not hasattr(argument, "_serialized_name")


def main():
    driver = create_clidriver()
    commands = driver._get_command_table()
    names = {}
    for name, command in commands.items():
        model = getattr(command, "service_model", None)
        if model is not None:
            names.setdefault(model.service_name, (name, command))
    lines = []
    for service in driver.session.get_available_services():
        if service not in names:
            lines.append(f"command {service} -")
            continue
        name, command = names[service]
        if name != service:
            lines.append(f"command {service} {name}")
        operations = command._get_command_table()
        for operation in command.service_model.operation_names:
            found = operations.get(xform_name(operation, "-"))
            if getattr(found, "arg_table", None) is None or not hasattr(found, "_operation_model"):
                lines.append(f"absent {service} {operation}")
                continue
            table = found.arg_table
            if (service, operation) in HOISTED or any(
                required_only_by_cli(argument) for argument in table.values()
            ):
                lines.append(f"absent {service} {operation}")
                continue
            shape = command.service_model.operation_model(operation).input_shape
            for member in shape.members if shape else []:
                argument = xform_name(member, "-")
                no = [each for each in table if type(table[each]).__name__ == "BooleanArgument"]
                no = [each for each in no if plain(table[each], member) and each != argument]
                if no and "no-" + argument not in no:
                    lines.append(f"negative {service} {operation} {member} {no[-1]}")
                if argument in table and plain(table[argument], member):
                    continue
                other = [each for each in table if plain(table[each], member)]
                if len(other) == 2 and "no-" + other[0] == other[1]:
                    other = other[:1]
                if other:
                    lines.append(f"argument {service} {operation} {member} {other[0]}")
                else:
                    lines.append(f"json {service} {operation} {member}")
    print("\n".join(sorted(lines)))


main()
