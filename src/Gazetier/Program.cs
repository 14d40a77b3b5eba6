using Gazetier.Cli;

var parsed = Commands.Root().Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? Running.NothingDone : code;
