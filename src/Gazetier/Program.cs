using Gazetier.Cli;

return await Commands.Root().Parse(args).InvokeAsync();
