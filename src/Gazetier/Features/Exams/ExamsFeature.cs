using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Exams;

/// <summary>Competitive exams: their calendar, and the paths that prepare for them (docs/decisions/0031).</summary>
public static class ExamsFeature
{
    public static IServiceCollection AddExams(this IServiceCollection services)
    {
        services.AddScoped<ExamCalendar>();
        services.AddScoped<MarkProgress>();
        services.AddScoped<KeepPath>();
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/Exams", page => page.Filters.Add(new SmallForm())));
        return services;
    }

    public static void MapExams(this WebApplication app) => app.MapMethods(
        ExamCalendar.Path,
        PublicAnswer.Reading,
        async (HttpContext context, ExamCalendar calendar) => await context.AnswerAsync(CalendarFile.ContentType, await calendar.WriteAsync(context.Tags(), context.RequestAborted))).SameForAll();
}
