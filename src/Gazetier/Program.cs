using Gazetier;
using Gazetier.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddGazetier();
var app = builder.Build();
app.UseGazetier();
await app.Services.MigrateAsync();
await app.RunAsync();
